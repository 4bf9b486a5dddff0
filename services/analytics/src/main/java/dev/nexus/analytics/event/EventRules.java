package dev.nexus.analytics.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.analytics.partition.PartitionKeeper;
import dev.nexus.analytics.scope.Period;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Checks an event (protocol 3.7). Unknown fields are ignored. */
@ApplicationScoped
class EventRules {

  private static final int MAX_TYPE = 100;
  private static final int MAX_ID = 255;

  private final IngestConfig config;
  private final PartitionKeeper partitions;
  private final Clock clock;

  EventRules(IngestConfig config, PartitionKeeper partitions, Clock clock) {
    this.config = config;
    this.partitions = partitions;
    this.clock = clock;
  }

  /**
   * The checked event.
   *
   * @throws NexusException a validation error that names the first wrong field
   */
  Draft check(JsonNode event) {
    if (!event.isObject()) {
      throw new NexusException(CommonError.INVALID_VALUE, "An event must be a JSON object");
    }
    Fields fields = new Fields(event);
    String type =
        fields
            .text("event_type", MAX_TYPE)
            .orElseThrow(
                () -> Fields.wrong(CommonError.VALIDATION_FAILED, "event_type", "is required"));
    return new Draft(
        fields.text("event_id", MAX_ID),
        type,
        fields.text("user_id", MAX_ID),
        fields.text("tenant_id", MAX_ID),
        fields.object("data").map(this::small),
        timestamp(event.path("timestamp")));
  }

  private JsonNode small(JsonNode data) {
    long size = data.toString().getBytes(StandardCharsets.UTF_8).length;
    long max = config.maxDataSize().asLongValue();
    if (size > max) {
      throw Fields.wrong(
          CommonError.FIELD_TOO_LONG, "data", "must have at most " + max + " bytes as JSON");
    }
    return data;
  }

  /** RFC 3339, or Unix seconds. */
  private Optional<Instant> timestamp(JsonNode value) {
    if (value.isMissingNode() || value.isNull() || value.asText("").isEmpty()) {
      return Optional.empty();
    }
    Instant time = parse(value).truncatedTo(ChronoUnit.MICROS);
    Instant oldest = Period.startOf(partitions.oldestKept());
    Instant newest = clock.instant().plus(config.maxAhead());
    if (time.isBefore(oldest) || time.isAfter(newest)) {
      throw Fields.wrong(
          CommonError.INVALID_VALUE, "timestamp", "must lie between " + oldest + " and now");
    }
    return Optional.of(time);
  }

  private static Instant parse(JsonNode value) {
    try {
      return value.isNumber()
          ? Instant.ofEpochSecond(value.longValue())
          : OffsetDateTime.parse(value.asText("")).toInstant();
    } catch (DateTimeException e) {
      throw Fields.wrong(
          CommonError.INVALID_FORMAT, "timestamp", "must be an RFC 3339 time or Unix seconds");
    }
  }
}
