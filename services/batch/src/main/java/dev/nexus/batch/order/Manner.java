package dev.nexus.batch.order;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a batch is run.
 *
 * @param parallel whether items run side by side
 * @param stopOnError whether nothing more is begun after an item has failed
 * @param maxConcurrency how many items side by side, if the client says
 * @param timeout time of the whole batch, if the client says
 */
public record Manner(
    boolean parallel, boolean stopOnError, OptionalInt maxConcurrency, Optional<Duration> timeout) {

  /** Items side by side where the server allows the given number. */
  public int concurrency(int allowed) {
    return parallel ? Math.min(allowed, maxConcurrency.orElse(allowed)) : 1;
  }

  /** Time of the batch where the server allows the given one. */
  public Duration budget(Duration allowed) {
    return timeout.filter(asked -> asked.compareTo(allowed) < 0).orElse(allowed);
  }
}
