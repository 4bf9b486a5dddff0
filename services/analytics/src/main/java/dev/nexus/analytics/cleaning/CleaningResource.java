package dev.nexus.analytics.cleaning;

import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.QueryNumber;
import dev.nexus.common.envelope.Envelope;
import dev.nexus.common.identity.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/analytics/clean} (protocol 3.7). */
@Path("/api/v1/analytics")
@RolesAllowed({"admin", "superuser"})
@RunOnVirtualThread
public class CleaningResource {

  private static final int MAX_DAYS = 3_650;
  private static final int DAYS = 90;

  private final CleaningService cleaning;
  private final Callers callers;
  private final Envelopes envelopes;

  CleaningResource(CleaningService cleaning, Callers callers, Envelopes envelopes) {
    this.cleaning = cleaning;
    this.callers = callers;
    this.envelopes = envelopes;
  }

  /** Deletes the tenant's events that are older than so many times 24 hours. */
  @POST
  @Path("clean")
  public Envelope<CleaningView> clean(@RestQuery("days_to_keep") @Nullable String daysToKeep) {
    int days = QueryNumber.read("days_to_keep", daysToKeep, 1, MAX_DAYS, DAYS);
    return envelopes.wrap(cleaning.clean(callers.current().tenantId(), days));
  }
}
