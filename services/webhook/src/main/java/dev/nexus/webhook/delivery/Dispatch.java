package dev.nexus.webhook.delivery;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.webhook.delivery.Attempt.Outcome;
import dev.nexus.webhook.registration.WebhookConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;

/** Makes attempts: signs for the moment, sends, takes the time; so many at once and no more. */
@ApplicationScoped
class Dispatch {

  private final Courier courier;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Semaphore underWay;

  Dispatch(Courier courier, DeliveryConfig config, Clock clock, MeterRegistry meters) {
    this.courier = courier;
    this.clock = clock;
    this.meters = meters;
    this.underWay = new Semaphore(config.maxConcurrency());
  }

  /**
   * Tries a delivery.
   *
   * @throws NexusException SERVICE_UNAVAILABLE when as many attempts are under way as may be
   */
  Attempt attempt(WebhookConfig receiver, Delivery delivery, int number) {
    if (!underWay.tryAcquire()) {
      throw new NexusException(
          CommonError.SERVICE_UNAVAILABLE, "Too many deliveries are under way: try again");
    }
    try {
      Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
      long began = System.nanoTime();
      Outcome outcome =
          courier.post(
              receiver.url(),
              DeliveryHeaders.of(receiver, delivery, startedAt),
              delivery.payload());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      count(outcome);
      return new Attempt(number, startedAt, took, outcome);
    } finally {
      underWay.release();
    }
  }

  private void count(Outcome outcome) {
    String status = outcome.isSuccess() ? "success" : "failed";
    meters.counter("nexus.webhook.deliveries", "status", status).increment();
  }
}
