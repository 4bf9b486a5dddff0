package dev.nexus.webhook.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.webhook.registration.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Makes deliveries: writes the body once, so that what is signed is what is sent. */
@ApplicationScoped
class Deliveries {

  private final ObjectMapper json;
  private final Clock clock;

  Deliveries(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  Delivery of(Webhook webhook, String eventType, JsonNode data) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Event event = new Event(UUID.randomUUID(), eventType, now.getEpochSecond(), data);
    String payload = text(event);
    String secret = webhook.config().secret();
    Optional<String> signature =
        secret.isEmpty() ? Optional.empty() : Optional.of(Signature.nexus(secret, payload));
    return new Delivery(
        UUID.randomUUID(), webhook.id(), event.id(), eventType, payload, signature, now);
  }

  private String text(Event event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always writable", e);
    }
  }
}
