package dev.nexus.batch.item;

import dev.nexus.batch.item.Progress.Ended;
import dev.nexus.batch.item.Progress.InProgress;
import dev.nexus.batch.item.Progress.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An item of a batch.
 *
 * @param position its place, counted from 0
 * @param task what is asked
 * @param executionId stands for the execution as long as there is none
 * @param progress where it stands
 */
public record Item(int position, Task task, UUID executionId, Progress progress) {

  public Item begin(Instant now) {
    return progress instanceof Pending pending ? with(pending.begin(now)) : this;
  }

  /** The item with its outcome; one that has ended stays as it is. */
  public Item end(Outcome outcome, Instant now) {
    return switch (progress) {
      case Pending pending -> with(pending.end(outcome, now));
      case InProgress running -> with(running.end(outcome, now));
      case Ended ended -> this;
    };
  }

  /** The item for another run, when the one that had begun it is gone. */
  public Item again() {
    return progress instanceof InProgress ? with(new Pending()) : this;
  }

  public boolean isEnded() {
    return progress instanceof Ended;
  }

  public Optional<Outcome> outcome() {
    return progress instanceof Ended ended ? Optional.of(ended.outcome()) : Optional.empty();
  }

  public boolean succeeded() {
    return outcome().map(Outcome::succeeded).orElse(false);
  }

  public Optional<Instant> startedAt() {
    return switch (progress) {
      case Pending pending -> Optional.empty();
      case InProgress running -> Optional.of(running.startedAt());
      case Ended ended -> ended.startedAt();
    };
  }

  public Optional<Instant> completedAt() {
    return progress instanceof Ended ended ? Optional.of(ended.completedAt()) : Optional.empty();
  }

  /** How long it took; nothing for one that has not been begun or not ended. */
  public Duration duration() {
    return startedAt()
        .flatMap(began -> completedAt().map(ended -> Duration.between(began, ended)))
        .orElse(Duration.ZERO);
  }

  private Item with(Progress next) {
    return new Item(position, task, executionId, next);
  }
}
