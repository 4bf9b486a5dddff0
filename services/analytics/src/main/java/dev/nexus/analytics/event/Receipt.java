package dev.nexus.analytics.event;

import java.time.Instant;

/**
 * What became of an event.
 *
 * @param eventId its id; that of the first when it was a repetition
 * @param occurredAt its time; likewise
 * @param duplicate whether it was stored before
 */
record Receipt(String eventId, Instant occurredAt, boolean duplicate) {}
