package dev.nexus.analytics.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@link Facts}; whatever makes no sense is untold. */
public final class FactsReader {

  private static final Set<String> GOOD =
      Set.of("completed", "partial", "success", "succeeded", "ok");
  private static final Set<String> BAD =
      Set.of("failed", "failure", "error", "timeout", "cancelled");
  private static final int MAX_DOMAINS = 20;
  private static final int MAX_NAME = 100;

  private final JsonNode data;

  private FactsReader(JsonNode data) {
    this.data = data;
  }

  /** What an event of the type with the data tells. */
  public static Facts read(String eventType, Optional<JsonNode> data) {
    return new FactsReader(data.orElse(MissingNode.getInstance())).facts(eventType);
  }

  private Facts facts(String eventType) {
    Optional<Double> responseMs =
        number(
            Double.MAX_VALUE,
            "response_time_ms",
            "processing_time_ms",
            "total_time_ms",
            "duration_ms",
            "latency_ms");
    List<String> domains = domains();
    EventKind kind = EventKind.of(eventType, responseMs.isPresent() || !domains.isEmpty());
    return new Facts(
        kind,
        succeeded(kind, eventType),
        responseMs,
        results(),
        text(data.path("execution_id")),
        domains,
        bool("cache_hit"),
        number(1, "relevance_score", "relevance"));
  }

  private Optional<Boolean> succeeded(EventKind kind, String eventType) {
    Optional<Boolean> success = bool("success");
    if (success.isPresent()) {
      return success;
    }
    if (data.path("status").isTextual()) {
      String status = data.path("status").textValue().toLowerCase(Locale.ROOT);
      return GOOD.contains(status) || BAD.contains(status)
          ? Optional.of(GOOD.contains(status))
          : Optional.empty();
    }
    return kind == EventKind.EXECUTION
        ? Optional.of(!EventKind.spelling(eventType).endsWith("failed"))
        : Optional.empty();
  }

  private Optional<Integer> results() {
    if (data.path("results").isArray()) {
      return Optional.of(data.path("results").size());
    }
    return number(Integer.MAX_VALUE, "results_count", "result_count", "total_results", "results")
        .map(Double::intValue);
  }

  private List<String> domains() {
    Stream<JsonNode> named = Stream.of(data.path("domain"), data.path("domain_id"));
    Stream<JsonNode> listed =
        StreamSupport.stream(data.path("domains").spliterator(), false)
            .map(domain -> domain.isObject() ? domain.path("domain_id") : domain);
    return Stream.concat(named, listed)
        .flatMap(domain -> text(domain).stream())
        .distinct()
        .limit(MAX_DOMAINS)
        .toList();
  }

  private Optional<Double> number(double max, String... names) {
    return Stream.of(names)
        .map(data::path)
        .filter(JsonNode::isNumber)
        .map(JsonNode::doubleValue)
        .filter(value -> value >= 0 && value <= max)
        .findFirst();
  }

  private Optional<Boolean> bool(String name) {
    JsonNode value = data.path(name);
    return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
  }

  private static Optional<String> text(JsonNode value) {
    return Optional.ofNullable(value.textValue())
        .filter(text -> !text.isBlank() && text.length() <= MAX_NAME)
        .filter(text -> text.chars().noneMatch(Character::isISOControl));
  }
}
