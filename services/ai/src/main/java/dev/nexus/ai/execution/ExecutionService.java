package dev.nexus.ai.execution;

import dev.nexus.ai.composition.CacheHints;
import dev.nexus.ai.composition.Composition;
import dev.nexus.ai.composition.CompositionCache;
import dev.nexus.ai.composition.Deadline;
import dev.nexus.ai.execution.Acceptance.Accepted;
import dev.nexus.ai.execution.Acceptance.OverQuota;
import dev.nexus.ai.execution.Acceptance.Repeated;
import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.edge.RequestContext;
import dev.nexus.common.envelope.CacheInfo;
import dev.nexus.common.envelope.QuotaInfo;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs executions, each once however often its request is repeated; one whose process died is run
 * again by the next repeat.
 */
@ApplicationScoped
class ExecutionService {

  private static final Duration FIRST_POLL = Duration.ofMillis(20);
  private static final Duration LONGEST_POLL = Duration.ofMillis(320);

  private final ExecutionStore store;
  private final Runner runner;
  private final CompositionCache cache;
  private final Fingerprint fingerprint;
  private final ExecutionConfig config;
  private final Clock clock;

  ExecutionService(
      ExecutionStore store,
      Runner runner,
      CompositionCache cache,
      Fingerprint fingerprint,
      ExecutionConfig config,
      Clock clock) {
    this.store = store;
    this.runner = runner;
    this.cache = cache;
    this.fingerprint = fingerprint;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The execution of the request, or the earlier one that it repeats.
   *
   * @param request what to answer
   * @param owner who asks
   * @param context the request's metadata and arrival
   * @param repetition key of the request, if a repeat of it can be told
   */
  Outcome execute(
      ExecuteRequest request, Owner owner, RequestContext context, Optional<String> repetition) {
    CacheHints hints = CacheHints.from(context.metadata().customHeaders(), config.cacheTtl());
    String shownKey =
        hints.key().orElseGet(() -> fingerprint.of(request.assignment(), context(request)));
    CacheUse use = new CacheUse(hints, shownKey, fingerprint.of(owner, shownKey));
    Optional<Composition> cached = hints.readsFirst() ? cache.find(use.key()) : Optional.empty();
    if (cached.isEmpty() && hints.mode() == CacheHints.Mode.CACHE_ONLY) {
      throw new NexusException(
          CommonError.RESOURCE_NOT_FOUND, "The cache has no answer to this query");
    }
    Deadline deadline = deadline(request, context);
    NewExecution execution = newExecution(request, owner, repetition);
    return switch (store.accept(execution, IdempotencyKeys.WINDOW, config.quotaPerDay())) {
      case Accepted accepted -> {
        runner.run(execution, request, cached, use, deadline);
        UUID id = execution.claim().execution();
        yield outcome(await(id, owner, deadline), use, accepted.used());
      }
      case Repeated repeated -> {
        UUID id = repeated.executionId();
        Claim claim = Claim.of(id);
        if (await(id, owner, deadline).lapsedAt().isPresent() && store.takeOver(claim)) {
          runner.run(execution.as(claim), request, cached, use, deadline);
        }
        yield outcome(await(id, owner, deadline), use, repeated.used());
      }
      case OverQuota over ->
          throw new NexusException(
              ExecutionError.FORBIDDEN_RESOURCE,
              "The quota of "
                  + config.quotaPerDay()
                  + " executions a day is used up; it renews at 00:00 UTC");
    };
  }

  /** The owner's execution. */
  Execution find(String id, Owner owner) {
    return uuid(id)
        .flatMap(uuid -> store.find(uuid, owner))
        .map(Execution::judged)
        .orElseThrow(
            () ->
                new NexusException(
                    ExecutionError.EXECUTION_NOT_FOUND, "There is no such execution"));
  }

  /** The owner's execution once it has ended or its run is dead, or as it is at the deadline. */
  Execution await(UUID id, Owner owner, Deadline deadline) {
    Duration pause = FIRST_POLL;
    Execution execution = find(id.toString(), owner);
    while (execution.isInProgress() && deadline.remaining().compareTo(pause) > 0) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return execution;
      }
      pause = pause.compareTo(LONGEST_POLL) < 0 ? pause.multipliedBy(2) : pause;
      execution = find(id.toString(), owner);
    }
    return execution;
  }

  private Deadline deadline(ExecuteRequest request, RequestContext context) {
    Duration asked = request.effectiveOptions().timeout();
    Duration budget = asked.compareTo(config.budget()) < 0 ? asked : config.budget();
    return Deadline.after(budget.minusMillis(context.elapsedMillis()));
  }

  private NewExecution newExecution(
      ExecuteRequest request, Owner owner, Optional<String> repetition) {
    return new NewExecution(
        Claim.of(UUID.randomUUID()),
        UUID.randomUUID(),
        owner,
        request.query(),
        "en".equals(request.language()) ? "en" : "ru",
        clock.instant(),
        repetition);
  }

  private Outcome outcome(Execution execution, CacheUse use, long used) {
    return new Outcome(
        execution,
        new CacheInfo(execution.cacheHit(), use.shownKey(), (int) use.hints().ttl().toSeconds()),
        new QuotaInfo(used, config.quotaPerDay(), "requests"));
  }

  private static Object context(ExecuteRequest request) {
    return Objects.requireNonNullElse(request.context(), "");
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
