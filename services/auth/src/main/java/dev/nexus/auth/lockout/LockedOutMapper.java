package dev.nexus.auth.lockout;

import dev.nexus.common.edge.Headers;
import dev.nexus.common.edge.RequestContext;
import dev.nexus.common.error.NexusException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A lock as 429: clients wait as long as {@code Retry-After} says (protocol 2.4). */
public class LockedOutMapper {

  @ServerExceptionMapper
  Response map(LockedOutException refusal, RoutingContext routing) {
    NexusException error = refusal.error();
    return Response.status(error.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(Headers.ERROR_CODE, error.code().name())
        .header(Headers.ERROR_TYPE, error.code().type().name())
        .header("Retry-After", refusal.seconds())
        .entity(error.body(RequestContext.of(routing).requestId()))
        .build();
  }
}
