package dev.nexus.ai.execution;

import dev.nexus.ai.composition.CacheHints;
import dev.nexus.ai.composition.Composer;
import dev.nexus.ai.composition.Composition;
import dev.nexus.ai.composition.CompositionCache;
import dev.nexus.ai.composition.Deadline;
import dev.nexus.ai.composition.ExecutionStatus;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs executions and keeps their leases meanwhile, so that repeats wait for a run that is alive
 * and take over soon from one that is dead.
 */
@ApplicationScoped
class Runner {

  private final Set<UUID> running = ConcurrentHashMap.newKeySet();
  private final ExecutionStore store;
  private final Composer composer;
  private final CompositionCache cache;
  private final Clock clock;

  Runner(ExecutionStore store, Composer composer, CompositionCache cache, Clock clock) {
    this.store = store;
    this.composer = composer;
    this.cache = cache;
    this.clock = clock;
  }

  /** Stores the answer, or on an exception that there is none. */
  void run(
      NewExecution execution,
      ExecuteRequest request,
      Optional<Composition> cached,
      CacheUse use,
      Deadline deadline) {
    running.add(execution.claim().fence());
    try {
      Optional<Composition> hit = cached;
      Composition composition =
          hit.orElseGet(() -> composer.compose(request.assignment(), deadline));
      if (failed(composition) && use.hints().mode() == CacheHints.Mode.NETWORK_FIRST) {
        hit = cache.find(use.key());
        composition = hit.orElse(composition);
      }
      if (hit.isEmpty()) {
        cache.keep(use.key(), composition, use.hints().ttl());
      }
      store.finish(execution.claim(), composition, hit.isPresent(), clock.instant());
    } catch (RuntimeException e) {
      fail(execution, e);
      throw e;
    } finally {
      running.remove(execution.claim().fence());
    }
  }

  private void fail(NewExecution execution, RuntimeException cause) {
    try {
      store.fail(execution.claim(), execution.key(), "The execution failed", clock.instant());
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  @Scheduled(every = "2s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void renew() {
    List<UUID> fences = List.copyOf(running);
    if (!fences.isEmpty()) {
      store.renew(fences);
    }
  }

  private static boolean failed(Composition composition) {
    return composition.status() == ExecutionStatus.FAILED
        || composition.status() == ExecutionStatus.TIMEOUT;
  }
}
