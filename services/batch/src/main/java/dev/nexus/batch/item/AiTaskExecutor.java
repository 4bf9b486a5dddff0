package dev.nexus.batch.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.batch.item.Outcome.Unanswered;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.peer.PeerCall;
import dev.nexus.common.peer.PeerClient;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Executes items by calls to the ai service with the user's token. */
@ApplicationScoped
class AiTaskExecutor implements TaskExecutor {

  private static final String PATH = "/api/v1/templates/execute";

  /** {@code nexus_batch_operations_total} in the metrics (protocol 3.1). */
  private static final String METRIC = "nexus.batch.operations";

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final PeerClient peers;
  private final ItemConfig config;
  private final MeterRegistry metrics;

  AiTaskExecutor(PeerClient peers, ItemConfig config, MeterRegistry metrics) {
    this.peers = peers;
    this.config = config;
    this.metrics = metrics;
  }

  @Override
  public Outcome execute(
      Task task, ItemDefaults defaults, Delegation delegation, Deadline deadline) {
    Outcome outcome = outcome(task, defaults, delegation, deadline);
    String status = outcome.succeeded() ? "completed" : "failed";
    metrics.counter(METRIC, "status", status).increment();
    return outcome;
  }

  private Outcome outcome(
      Task task, ItemDefaults defaults, Delegation delegation, Deadline deadline) {
    Optional<ItemError> refusal = TaskRules.refusal(task);
    if (refusal.isPresent()) {
      return new Unanswered(refusal.get());
    }
    // The same body each time, so that the ai service recognises a repetition.
    JsonNode body = TaskBody.of(task, defaults, UUID.randomUUID(), deadline.remaining());
    Outcome outcome = call(body, delegation, deadline);
    for (int attempt = 1; attempt < config.attempts() && mayPass(outcome); attempt++) {
      if (!pause(attempt, deadline)) {
        return outcome;
      }
      outcome = call(body, delegation, deadline);
    }
    return outcome;
  }

  private Outcome call(JsonNode body, Delegation delegation, Deadline deadline) {
    Duration left = deadline.remaining();
    if (left.toMillis() == 0) {
      return new Unanswered(ItemError.LATE);
    }
    try {
      PeerCall call =
          new PeerCall(
              "ai",
              "POST",
              PATH,
              Optional.of(body),
              delegation.bearerToken(),
              delegation.requestId(),
              left);
      return AiAnswers.read(peers.send(call), config.maxResponseSize().asLongValue());
    } catch (NexusException e) {
      return new Unanswered(ItemError.of(e));
    }
  }

  private static boolean mayPass(Outcome outcome) {
    return outcome instanceof Unanswered unanswered && unanswered.error().mayPass();
  }

  /** Waits before the next attempt; false when there is no time for one. */
  private static boolean pause(int attempt, Deadline deadline) {
    long longest = FIRST_PAUSE.toMillis() << Math.min(attempt, 5);
    long millis = ThreadLocalRandom.current().nextLong(longest / 2, longest);
    if (deadline.remaining().toMillis() <= millis) {
      return false;
    }
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
