package dev.nexus.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened when a delivery was tried.
 *
 * @param number 1 for the first attempt of a delivery
 */
record Attempt(int number, Instant startedAt, Duration took, Outcome outcome) {

  /** How an attempt ended. */
  sealed interface Outcome {

    /** Whether the receiver took the event: only a 2xx says so. */
    default boolean isSuccess() {
      return false;
    }

    /** The receiver's HTTP status, if it answered. */
    default Optional<Integer> statusCode() {
      return Optional.empty();
    }

    /** The beginning of the receiver's answer. */
    default Optional<String> responseBody() {
      return Optional.empty();
    }

    /** Why it failed, for the receiver's owner. */
    Optional<String> error();
  }

  /** The receiver answered. */
  record Answered(int status, String body) implements Outcome {

    @Override
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    @Override
    public Optional<Integer> statusCode() {
      return Optional.of(status);
    }

    @Override
    public Optional<String> responseBody() {
      return Optional.of(body);
    }

    @Override
    public Optional<String> error() {
      return isSuccess() ? Optional.empty() : Optional.of("The receiver answered " + status);
    }
  }

  /** No answer came. */
  record Unanswered(String reason) implements Outcome {

    @Override
    public Optional<String> error() {
      return Optional.of(reason);
    }
  }
}
