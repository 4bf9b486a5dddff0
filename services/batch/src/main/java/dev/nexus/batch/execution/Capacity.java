package dev.nexus.batch.execution;

import dev.nexus.batch.item.Deadline;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What this process takes on at a time. */
@ApplicationScoped
class Capacity {

  private final Semaphore batches;
  private final Semaphore calls;

  Capacity(ExecutionConfig config) {
    this.batches = new Semaphore(config.maxBatches());
    // First come, first served: no batch waits for ever while others go on.
    this.calls = new Semaphore(config.maxCalls(), true);
  }

  /**
   * A place for a batch.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when all are taken
   */
  Place batch() {
    if (!batches.tryAcquire()) {
      throw new NexusException(
          CommonError.SERVICE_UNAVAILABLE, "Too many batches are running: try again in a moment");
    }
    return batches::release;
  }

  /** A place for an item, waited for; empty when there is none by the deadline. */
  Optional<Place> call(Deadline deadline) throws InterruptedException {
    return calls.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)
        ? Optional.of(calls::release)
        : Optional.empty();
  }

  /** To be given back. */
  interface Place extends AutoCloseable {

    @Override
    void close();
  }
}
