package dev.nexus.batch.execution;

import dev.nexus.batch.order.BatchRequest;
import dev.nexus.common.envelope.Envelope;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The short forms that a service standing alone answers beside {@link BatchResource}. */
@Path("/")
@Authenticated
@RunOnVirtualThread
public class ShortBatchResource {

  private final BatchResource batches;

  ShortBatchResource(BatchResource batches) {
    this.batches = batches;
  }

  /** Executes a batch. */
  @POST
  @Path("execute")
  public Envelope<BatchView> execute(@Valid @Nullable BatchRequest body) {
    return batches.execute(body);
  }

  /** A batch of the caller as it stands. */
  @GET
  @Path("status/{id}")
  public Envelope<BatchView> status(@RestPath String id) {
    return batches.status(id);
  }

  /** The caller's batches, counted. */
  @GET
  @Path("stats")
  public Envelope<StatsView> stats() {
    return batches.stats();
  }

  /** Ends a batch that is in progress. */
  @POST
  @Path("cancel/{id}")
  public Envelope<CancellationView> cancel(@RestPath String id) {
    return batches.cancel(id);
  }
}
