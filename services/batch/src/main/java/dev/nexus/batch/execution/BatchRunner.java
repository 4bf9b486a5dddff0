package dev.nexus.batch.execution;

import dev.nexus.batch.execution.Capacity.Place;
import dev.nexus.batch.item.Item;
import dev.nexus.batch.item.ItemError;
import dev.nexus.batch.item.Outcome;
import dev.nexus.batch.item.Outcome.Unanswered;
import dev.nexus.batch.item.TaskExecutor;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Runs a batch: its items by some threads, its lease and progress by the calling one. */
@ApplicationScoped
class BatchRunner {

  private static final Logger LOG = Logger.getLogger(BatchRunner.class);
  private static final int SIGNS_PER_LEASE = 10;

  private final TaskExecutor executor;
  private final BatchStore store;
  private final Capacity capacity;
  private final ExecutionConfig config;
  private final Workers workers;

  BatchRunner(
      TaskExecutor executor,
      BatchStore store,
      Capacity capacity,
      ExecutionConfig config,
      Workers workers) {
    this.executor = executor;
    this.store = store;
    this.capacity = capacity;
    this.config = config;
    this.workers = workers;
  }

  /**
   * Runs the items that have not ended, until all have, the deadline is over or the claim is lost;
   * what came of them is in the store afterwards.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when the process is stopping; the batch stays in
   *     progress then and a repeat of its request takes it over
   */
  void run(Job job, List<Item> items) {
    Run run = new Run(items, job.manner().stopOnError());
    int threads = Math.min(run.waiting(), job.manner().concurrency(config.concurrency()));
    List<Future<?>> working = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        working.add(workers.start(() -> work(job, run)));
      }
      if (watch(job, run)) {
        run.close(ItemError.LATE, workers.now());
        store.finish(job.claim(), run.changes(), workers.now());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NexusException(CommonError.SERVICE_UNAVAILABLE, "The service is stopping");
    } finally {
      run.close(ItemError.INTERRUPTED, workers.now());
      working.forEach(worker -> worker.cancel(true));
    }
  }

  /** Waits for the end of the run and shows that it is alive; false when the claim is lost. */
  private boolean watch(Job job, Run run) throws InterruptedException {
    Duration sign = config.lease().dividedBy(SIGNS_PER_LEASE);
    while (!job.deadline().isOver()) {
      Duration left = job.deadline().remaining();
      if (run.awaitEnd(left.compareTo(sign) < 0 ? left : sign)) {
        return true;
      }
      if (!keep(job.claim(), run)) {
        return false;
      }
    }
    return true;
  }

  /** A database that is away for less than the lease costs nothing. */
  private boolean keep(Claim claim, Run run) {
    List<Item> changes = run.changes();
    try {
      boolean kept = store.keep(claim, changes);
      run.stored(changes);
      return kept;
    } catch (IllegalStateException e) {
      LOG.warnf(e, "Progress of a batch could not be stored; it will be tried again");
      return true;
    }
  }

  private void work(Job job, Run run) {
    try {
      Optional<Place> place = capacity.call(job.deadline());
      while (place.isPresent()) {
        try (Place taken = place.get()) {
          Optional<Item> item = run.begin(workers.now());
          if (item.isEmpty()) {
            return;
          }
          run.end(item.get(), execute(job, item.get()), workers.now());
        }
        place = capacity.call(job.deadline());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Outcome execute(Job job, Item item) {
    try {
      return executor.execute(item.task(), job.defaults(), job.delegation(), job.deadline());
    } catch (RuntimeException e) {
      LOG.errorf(e, "An item of a batch failed");
      return new Unanswered(ItemError.INTERNAL);
    }
  }
}
