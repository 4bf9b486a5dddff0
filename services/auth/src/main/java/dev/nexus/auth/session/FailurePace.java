package dev.nexus.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Answers refused logins at fixed steps of time, so that the time does not tell whether an account
 * exists, is disabled, or has a password that is costly to check. For virtual threads.
 */
@ApplicationScoped
class FailurePace {

  private final Duration step;

  FailurePace(SessionConfig config) {
    this.step = config.failureStep();
  }

  /**
   * Waits for the next step.
   *
   * @param began {@link System#nanoTime()} of the beginning
   */
  void keep(long began) {
    try {
      Thread.sleep(left(Duration.ofNanos(System.nanoTime() - began), step));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Time to the next multiple of a step. */
  static Duration left(Duration elapsed, Duration step) {
    long into = elapsed.toNanos() % step.toNanos();
    return into == 0 ? Duration.ZERO : step.minusNanos(into);
  }
}
