package dev.nexus.analytics.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GateTest {

  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);

  private String work() throws InterruptedException {
    inside.countDown();
    finish.await();
    return "done";
  }

  @Test
  void turnsAwayWhatWouldWaitTooLong() throws Exception {
    Gate gate = new Gate("things", 1, 10_240, Duration.ofMillis(1));
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = workers.submit(() -> gate.pass(1, this::work));
      inside.await();
      assertThatThrownBy(() -> gate.pass(1, () -> "never"))
          .isInstanceOf(OverloadException.class)
          .hasMessageContaining("things");
      finish.countDown();
      assertThat(first.get()).isEqualTo("done");
    }
    assertThat(gate.<String, RuntimeException>pass(1, () -> "again")).isEqualTo("again");
  }

  @Test
  void turnsAwayAtOnceWhatThereIsNoRoomFor() throws Exception {
    Gate gate = new Gate("things", 1, 2_048, Duration.ofDays(1));
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = workers.submit(() -> gate.pass(2_048, this::work));
      inside.await();
      assertThatThrownBy(() -> gate.pass(1, () -> "never")).isInstanceOf(OverloadException.class);
      finish.countDown();
      first.get();
    }
  }

  @Test
  void letsNobodyWaitWhereNobodyMay() throws Exception {
    Gate gate = Gate.ofCount("things", 1, 0, Duration.ofDays(1));
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = workers.submit(() -> gate.pass(0, this::work));
      inside.await();
      assertThatThrownBy(() -> gate.pass(0, () -> "never")).isInstanceOf(OverloadException.class);
      finish.countDown();
      first.get();
    }
    assertThat(gate.<String, RuntimeException>pass(0, () -> "again")).isEqualTo("again");
  }

  @Test
  void isFreeAgainAfterAFailure() {
    Gate gate = new Gate("things", 1, 1_024, Duration.ZERO);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  gate.pass(
                      1_024,
                      () -> {
                        throw new IOException("broken");
                      }))
          .isInstanceOf(IOException.class);
    }
    assertThat(gate.<String, RuntimeException>pass(1_024, () -> "fine")).isEqualTo("fine");
  }
}
