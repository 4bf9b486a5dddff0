package dev.nexus.batch.execution;

import dev.nexus.batch.execution.Acceptance.Accepted;
import dev.nexus.batch.execution.Acceptance.OverQuota;
import dev.nexus.batch.execution.Acceptance.Repeated;
import dev.nexus.batch.execution.Capacity.Place;
import dev.nexus.batch.item.Deadline;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.envelope.QuotaInfo;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Runs batches, each once however often its request is repeated. */
@ApplicationScoped
class BatchService {

  private static final Duration FIRST_POLL = Duration.ofMillis(20);
  private static final Duration LONGEST_POLL = Duration.ofMillis(320);

  private final BatchStore store;
  private final BatchRunner runner;
  private final Capacity capacity;
  private final ExecutionConfig config;
  private final Clock clock;

  BatchService(
      BatchStore store,
      BatchRunner runner,
      Capacity capacity,
      ExecutionConfig config,
      Clock clock) {
    this.store = store;
    this.runner = runner;
    this.capacity = capacity;
    this.config = config;
    this.clock = clock;
  }

  /** The batch of the request, or the earlier one that it repeats. */
  Answer execute(Request request) {
    try (Place place = capacity.batch()) {
      NewBatch batch =
          NewBatch.of(
              request.order(),
              request.owner(),
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              request.key());
      while (true) {
        switch (store.accept(batch, IdempotencyKeys.WINDOW, config.quotaPerDay())) {
          case Accepted accepted -> {
            runner.run(job(accepted.claim(), request), accepted.items());
            return answer(accepted.claim().batch(), accepted.used());
          }
          case Repeated repeated -> {
            // One whose process died is accepted in the next round, to be taken over.
            if (!await(repeated.batch(), request.deadline()).isOrphan()
                || request.deadline().isOver()) {
              return answer(repeated.batch(), repeated.used());
            }
          }
          case OverQuota over -> throw overQuota();
        }
      }
    }
  }

  private static Job job(Claim claim, Request request) {
    return new Job(
        claim,
        request.order().manner(),
        request.order().defaults(),
        request.delegation(),
        request.deadline());
  }

  /** The batch once it has ended or lost its process, or as it is at the deadline. */
  private Batch await(UUID id, Deadline deadline) {
    Duration pause = FIRST_POLL;
    Batch batch = store.get(id);
    while (!batch.state().isFinal()
        && !batch.isOrphan()
        && deadline.remaining().compareTo(pause) > 0) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NexusException(CommonError.SERVICE_UNAVAILABLE, "The service is stopping");
      }
      pause = pause.compareTo(LONGEST_POLL) < 0 ? pause.multipliedBy(2) : pause;
      batch = store.get(id);
    }
    return batch;
  }

  private Answer answer(UUID id, long used) {
    Report report = report(store.get(id));
    return new Answer(
        report, CacheUse.of(report.items()), new QuotaInfo(used, config.quotaPerDay(), "requests"));
  }

  private NexusException overQuota() {
    return new NexusException(
        BatchError.FORBIDDEN_RESOURCE,
        "The quota of " + config.quotaPerDay() + " items a day is used up; it renews at 00:00 UTC");
  }

  /** The items are read last: what has ended by then belongs to the batch. */
  private Report report(Batch batch) {
    return new Report(batch, store.items(batch.id(), batch.total(), 0), clock.instant());
  }
}
