package dev.nexus.analytics.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.nexus.analytics.scope.Scope;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes events in and lists them. */
@ApplicationScoped
class EventService {

  private final EventRules rules;
  private final EventStore store;
  private final IngestGate gate;
  private final IngestConfig config;
  private final Clock clock;

  EventService(
      EventRules rules, EventStore store, IngestGate gate, IngestConfig config, Clock clock) {
    this.rules = rules;
    this.store = store;
    this.gate = gate;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Stores an event, unless it is a repetition.
   *
   * @param requestKey recognises a repeated request, if it can be
   */
  LoggedView log(Scope logger, @Nullable JsonNode body, Optional<String> requestKey) {
    if (body == null || body.isNull()) {
      throw new NexusException(CommonError.VALIDATION_FAILED, "event_type is required")
          .field("event_type");
    }
    Instant now = now();
    NewEvent event = NewEvent.of(rules.check(body), logger, key(requestKey, 0), now);
    return LoggedView.of(store(List.of(event), now).getFirst());
  }

  /**
   * Stores those events of a batch that are valid, all at once, and tells what is wrong with the
   * rest.
   */
  BatchView logAll(Scope logger, @Nullable JsonNode body, Optional<String> requestKey) {
    Instant now = now();
    JsonNode batch = events(body);
    List<NewEvent> valid = new ArrayList<>(batch.size());
    List<Optional<NexusException>> problems = new ArrayList<>(batch.size());
    for (JsonNode item : batch) {
      try {
        Draft draft = rules.check(item);
        valid.add(NewEvent.of(draft, logger, key(requestKey, problems.size()), now));
        problems.add(Optional.empty());
      } catch (NexusException problem) {
        problems.add(Optional.of(problem));
      }
    }
    return BatchView.of(problems, valid.isEmpty() ? List.of() : store(valid, now));
  }

  EventPage list(Scope scope, EventFilter filter, int limit, int offset) {
    return EventPage.of(store.page(scope, filter, limit, offset), limit, offset);
  }

  private List<Receipt> store(List<NewEvent> events, Instant now) {
    return gate.pass(events, () -> store.add(events, now));
  }

  private JsonNode events(@Nullable JsonNode body) {
    JsonNode events = body == null ? MissingNode.getInstance() : body.path("events");
    if (!events.isArray() || events.isEmpty()) {
      throw Fields.wrong(
          CommonError.VALIDATION_FAILED, "events", "must be an array of at least one event");
    }
    if (events.size() > config.maxBatch()) {
      throw Fields.wrong(
          CommonError.INVALID_VALUE, "events", "must be at most " + config.maxBatch());
    }
    return events;
  }

  private static Optional<EventKey> key(Optional<String> requestKey, int index) {
    return requestKey.map(key -> EventKey.ofRequest(key, index, IdempotencyKeys.WINDOW));
  }

  /** The database keeps microseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
