package dev.nexus.gateway.identity;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's signing keys.
 *
 * @param keys RSA keys by their ids
 */
record KeySet(Map<String, PublicKey> keys) {

  KeySet {
    keys = Map.copyOf(keys);
  }

  /** Reads a JWK set (RFC 7517) and keeps what may sign with RS256. */
  static KeySet parse(String json) throws JoseException {
    Map<String, PublicKey> keys = new HashMap<>();
    for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
      boolean signs = key.getUse() == null || key.getUse().equals("sig");
      boolean rs256 = key.getAlgorithm() == null || key.getAlgorithm().equals("RS256");
      if (key instanceof RsaJsonWebKey rsa && signs && rs256 && key.getKeyId() != null) {
        keys.put(key.getKeyId(), rsa.getRsaPublicKey());
      }
    }
    return new KeySet(keys);
  }

  /** The key of the id; without an id the only key, if there is but one. */
  Optional<PublicKey> find(@Nullable String id) {
    if (id != null) {
      return Optional.ofNullable(keys.get(id));
    }
    return keys.size() == 1 ? keys.values().stream().findFirst() : Optional.empty();
  }
}
