package dev.nexus.batch.item;

import java.time.Instant;
import java.util.Optional;

/** Where an item stands. Its methods are the only steps there are. */
public sealed interface Progress {

  /** The word on the wire (protocol 3.4). */
  String wire();

  /** Not begun. */
  record Pending() implements Progress {

    public InProgress begin(Instant now) {
      return new InProgress(now);
    }

    /** Ends without having been begun. */
    public Ended end(Outcome outcome, Instant now) {
      return new Ended(Optional.empty(), now, outcome);
    }

    @Override
    public String wire() {
      return "pending";
    }
  }

  /** Begun. */
  record InProgress(Instant startedAt) implements Progress {

    public Ended end(Outcome outcome, Instant now) {
      return new Ended(Optional.of(startedAt), now, outcome);
    }

    @Override
    public String wire() {
      return "in_progress";
    }
  }

  /** Over for good. */
  record Ended(Optional<Instant> startedAt, Instant completedAt, Outcome outcome)
      implements Progress {

    @Override
    public String wire() {
      return outcome.succeeded() ? "completed" : "failed";
    }
  }
}
