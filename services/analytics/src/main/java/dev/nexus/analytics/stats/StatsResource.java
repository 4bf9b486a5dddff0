package dev.nexus.analytics.stats;

import dev.nexus.analytics.scope.PeriodQuery;
import dev.nexus.analytics.scope.QueryText;
import dev.nexus.analytics.scope.Scope;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Figures under {@code /api/v1/analytics} (protocol 3.7), over what the caller may read. */
@Path("/api/v1/analytics")
@Authenticated
@RunOnVirtualThread
public class StatsResource {

  private static final int WEEK = 7;
  private static final int MONTH = 30;

  private final StatsStore stats;
  private final Callers callers;
  private final Envelopes envelopes;
  private final Clock clock;

  StatsResource(StatsStore stats, Callers callers, Envelopes envelopes, Clock clock) {
    this.stats = stats;
    this.callers = callers;
    this.envelopes = envelopes;
    this.clock = clock;
  }

  /** AnalyticsStats of a period: the last so many days, or whole UTC days between two dates. */
  @GET
  @Path("stats")
  public Envelope<StatsView> stats(
      @RestQuery("user_id") @Nullable String userId,
      @RestQuery("tenant_id") @Nullable String tenantId,
      @RestQuery @Nullable String days,
      @RestQuery("start_date") @Nullable String startDate,
      @RestQuery("end_date") @Nullable String endDate) {
    StatsFilter filter =
        new StatsFilter(
            scope(), QueryText.read("user_id", userId), QueryText.read("tenant_id", tenantId));
    PeriodQuery period = new PeriodQuery(days, startDate, endDate);
    return envelopes.wrap(stats.stats(filter, period.read(WEEK, clock), clock.instant()));
  }

  /** What the caller did. */
  @GET
  @Path("user")
  public Envelope<ActivityView> user(@RestQuery @Nullable String days) {
    Scope scope = scope();
    StatsFilter own = new StatsFilter(scope, Optional.of(scope.principal()), Optional.empty());
    PeriodQuery period = new PeriodQuery(days, null, null);
    return envelopes.wrap(stats.activity(own, period.read(MONTH, clock), clock.instant()));
  }

  /** What happens now. */
  @GET
  @Path("realtime")
  public Envelope<RealtimeView> realtime() {
    return envelopes.wrap(
        stats.realtime(
            new StatsFilter(scope(), Optional.empty(), Optional.empty()), clock.instant()));
  }

  private Scope scope() {
    return Scope.of(callers.current());
  }
}
