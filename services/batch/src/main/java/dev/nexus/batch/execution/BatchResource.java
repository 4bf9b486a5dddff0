package dev.nexus.batch.execution;

import dev.nexus.batch.execution.OperationList.Operation;
import dev.nexus.batch.order.BatchRequest;
import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.QueryNumber;
import dev.nexus.common.envelope.Envelope;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/batch} (protocol 3.4). */
@Path("/api/v1/batch")
@Authenticated
@RunOnVirtualThread
public class BatchResource {

  private static final int MAX_PAGE = 100;
  private static final int PAGE = 50;

  private final BatchService batches;
  private final BatchRecords records;
  private final Requests requests;
  private final Views views;
  private final Envelopes envelopes;

  BatchResource(
      BatchService batches,
      BatchRecords records,
      Requests requests,
      Views views,
      Envelopes envelopes) {
    this.batches = batches;
    this.records = records;
    this.requests = requests;
    this.views = views;
    this.envelopes = envelopes;
  }

  /** Executes 1..100 items and answers all of them, a bad one with its failure. */
  @POST
  @Path("execute")
  public Envelope<BatchView> execute(@Valid @Nullable BatchRequest body) {
    Answer answer = batches.execute(requests.current(body));
    return envelopes.wrap(
        views.of(answer.report(), envelopes.metadata().with(answer.cache(), answer.quota())),
        answer.cache(),
        answer.quota());
  }

  /** A batch of the caller as it stands. */
  @GET
  @Path("{id}/status")
  public Envelope<BatchView> status(@RestPath String id) {
    return envelopes.wrap(views.of(records.report(requests.owner(), id), envelopes.metadata()));
  }

  /** The caller's batches, counted. */
  @GET
  @Path("stats")
  public Envelope<StatsView> stats() {
    return envelopes.wrap(StatsView.of(records.tally(requests.owner())));
  }

  /** Ends a batch that is in progress; what has been executed by then stays. */
  @POST
  @Path("{id}/cancel")
  public Envelope<CancellationView> cancel(@RestPath String id) {
    records.cancel(requests.owner(), id, requests.key());
    return envelopes.wrap(new CancellationView(id, BatchState.CANCELLED, "Batch cancelled"));
  }

  /** The items of a batch, in their order. */
  @GET
  @Path("{id}/operations")
  public Envelope<OperationList> operations(
      @RestPath String id, @RestQuery @Nullable String limit, @RestQuery @Nullable String offset) {
    // That there is such a batch is checked before what the query says (protocol 1.6).
    Batch batch = records.find(requests.owner(), id);
    int most = QueryNumber.read("limit", limit, 1, MAX_PAGE, PAGE);
    int before = QueryNumber.read("offset", offset, 0, Integer.MAX_VALUE, 0);
    List<Operation> page = views.of(records.items(batch, most, before));
    return envelopes.wrap(new OperationList(page, batch.total(), most, before));
  }
}
