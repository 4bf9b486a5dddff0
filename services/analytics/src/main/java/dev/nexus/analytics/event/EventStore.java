package dev.nexus.analytics.event;

import dev.nexus.analytics.scope.Period;
import dev.nexus.analytics.scope.Scope;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Keeps events. */
public interface EventStore {

  /**
   * Stores all events that are not repetitions, or none if it fails. They are durable, and every
   * reader sees them, when this returns.
   *
   * @return what became of each, in order
   */
  List<Receipt> add(List<NewEvent> events, Instant now);

  /** A page of what the scope may read, newest first. */
  EventSlice page(Scope scope, EventFilter filter, int limit, int offset);

  /** Hands over what the scope may read, newest first, without holding it in memory. */
  void forEach(Scope scope, Period period, EventConsumer consumer) throws IOException;

  /**
   * Deletes a tenant's oldest events before a moment.
   *
   * @param atMost bounds the work of one call
   * @return how many were deleted
   */
  int delete(String tenant, Instant before, int atMost);

  /** Takes an event at a time. */
  @FunctionalInterface
  interface EventConsumer {
    void accept(StoredEvent event) throws IOException;
  }
}
