package dev.nexus.analytics.event;

/**
 * Answer to a logged event (protocol 3.7); to a repetition the same as to the first.
 *
 * @param timestamp when the event happened, RFC 3339
 */
record LoggedView(String eventId, String message, String timestamp) {

  static LoggedView of(Receipt receipt) {
    return new LoggedView(receipt.eventId(), "Event logged", receipt.occurredAt().toString());
  }
}
