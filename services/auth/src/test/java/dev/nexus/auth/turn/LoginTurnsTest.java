package dev.nexus.auth.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoginTurnsTest {

  private record Limits(Duration patience, int maxWaiting, Duration lease) implements TurnConfig {}

  private static final Limits PATIENT =
      new Limits(Duration.ofSeconds(10), 64, Duration.ofSeconds(15));

  private final TurnStore store = new InMemoryTurnStore();

  private LoginTurns turns(TurnConfig config) {
    return new LoginTurns(store, config, Clock.systemUTC());
  }

  @Test
  void letsOneAtATimeInOnAllReplicas() {
    LoginTurns[] replicas = {turns(PATIENT), turns(PATIENT)};
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        LoginTurns replica = replicas[i % 2];
        threads.execute(
            () ->
                replica.take(
                    "ann",
                    () -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      Thread.yield();
                      inside.decrementAndGet();
                      return done.incrementAndGet();
                    }));
      }
    }
    assertThat(done).hasValue(40);
    assertThat(most).hasValue(1);
  }

  @Test
  void letsOthersInMeanwhileAndRefusesTooLongAQueue() throws Exception {
    LoginTurns turns = turns(new Limits(Duration.ofSeconds(10), 0, Duration.ofSeconds(15)));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> ann = threads.submit(() -> turns.take("ann", () -> hold(begun, end)));
      begun.await();
      assertThat(turns.take("bob", () -> "in")).isEqualTo("in");
      assertBusy(turns);
      end.countDown();
      assertThat(ann.get()).isEqualTo("held");
      assertThat(turns.take("ann", () -> "in")).isEqualTo("in");
    }
  }

  private static String hold(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "held";
  }

  @Test
  void losesItsPatience() {
    Instant now = Clock.systemUTC().instant();
    store.claim("ann", UUID.randomUUID(), now, now.plusSeconds(60));
    assertBusy(turns(new Limits(Duration.ofMillis(50), 64, Duration.ofSeconds(15))));
  }

  @Test
  void givesTheTurnBackWhenSomethingFails() {
    LoginTurns turns = turns(PATIENT);
    assertThatThrownBy(
            () ->
                turns.take(
                    "ann",
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(turns.take("ann", () -> "in")).isEqualTo("in");
  }

  @Test
  void keepsNoQueueThatNobodyIsIn() {
    Waiting waiting = new Waiting(1);
    waiting.join("ann");
    waiting.join("ann");
    assertThatThrownBy(() -> waiting.join("ann")).isInstanceOf(NexusException.class);
    waiting.leave("ann");
    assertThat(waiting.isEmpty()).isFalse();
    waiting.leave("ann");
    assertThat(waiting.isEmpty()).isTrue();
  }

  private static void assertBusy(LoginTurns turns) {
    assertThatThrownBy(() -> turns.take("ann", () -> "in"))
        .isInstanceOfSatisfying(
            NexusException.class,
            e -> assertThat(e.code()).isEqualTo(CommonError.SERVICE_UNAVAILABLE));
  }
}
