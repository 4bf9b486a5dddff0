package dev.nexus.auth.audit;

import dev.nexus.auth.origin.Origins;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Records what the current request does to an account, before it is answered. */
@ApplicationScoped
public class AuditLog {

  private static final int MAX_DETAIL = 200;

  private final AuditStore store;
  private final Origins origins;
  private final Clock clock;
  private final MeterRegistry meters;

  AuditLog(AuditStore store, Origins origins, Clock clock, MeterRegistry meters) {
    this.store = store;
    this.origins = origins;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Records an event and gives its time.
   *
   * @param detail constant words or names of fields, cut at {@value #MAX_DETAIL} characters
   */
  public Instant record(AuditKind kind, Subject subject, String detail) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String cut = detail.substring(0, Math.min(MAX_DETAIL, detail.length()));
    store.add(new AuditEvent(now, kind, subject, origins.current(), cut));
    meters.counter("nexus.auth.events", "kind", kind.name()).increment();
    return now;
  }

  /** When the user logged in last; empty when events do not reach back that far. */
  public Optional<Instant> lastLogin(String userId) {
    return store.lastLogin(userId);
  }
}
