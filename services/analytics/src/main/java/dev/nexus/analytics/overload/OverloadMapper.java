package dev.nexus.analytics.overload;

import dev.nexus.common.edge.Envelopes;
import dev.nexus.common.edge.Headers;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The 429 of an overloaded service: always with {@code Retry-After} (protocol 2.4). */
class OverloadMapper {

  private static final int RETRY_AFTER_SECONDS = 1;

  private final Envelopes envelopes;
  private final Clock clock;

  OverloadMapper(Envelopes envelopes, Clock clock) {
    this.envelopes = envelopes;
    this.clock = clock;
  }

  @ServerExceptionMapper
  Response map(OverloadException overload) {
    Instant resetAt =
        clock.instant().plusSeconds(RETRY_AFTER_SECONDS).truncatedTo(ChronoUnit.SECONDS);
    NexusException error =
        new NexusException(CommonError.RATE_LIMIT_EXCEEDED, String.valueOf(overload.getMessage()))
            .metadata("limit", Integer.toString(overload.limit()))
            .metadata("remaining", "0")
            .metadata("reset_at", resetAt.toString());
    return Response.status(error.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Retry-After", RETRY_AFTER_SECONDS)
        .header(Headers.RATE_LIMIT, overload.limit())
        .header(Headers.RATE_REMAINING, 0)
        .header(Headers.RATE_RESET, resetAt.getEpochSecond())
        .header(Headers.ERROR_CODE, error.code().name())
        .header(Headers.ERROR_TYPE, error.code().type().name())
        .entity(error.body(envelopes.request().requestId()))
        .build();
  }
}
