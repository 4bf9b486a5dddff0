package dev.nexus.ai.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests of what requests say: equal for equal contents, however they were spelled. */
@Singleton
class Fingerprint {

  private final ObjectWriter json;

  Fingerprint(ObjectMapper json) {
    this.json = json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /** Hexadecimal SHA-256 of the parts' JSON. */
  String of(Object... parts) {
    try {
      byte[] text = json.writeValueAsString(List.of(parts)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("digesting a request", e);
    }
  }
}
