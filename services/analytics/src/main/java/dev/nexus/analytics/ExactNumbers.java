package dev.nexus.analytics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Numbers in an event's data stay as they were sent: no rounding to a double, no lost zeros. */
@Singleton
class ExactNumbers implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper json) {
    json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    json.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
  }
}
