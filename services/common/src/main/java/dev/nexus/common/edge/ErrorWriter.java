package dev.nexus.common.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Writes error bodies where no resource is involved. */
@ApplicationScoped
public class ErrorWriter {

  private static final Logger LOG = Logger.getLogger(ErrorWriter.class);

  private final ObjectMapper json;

  ErrorWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Ends the request with the error, unless the answer has begun. */
  public void write(RoutingContext routing, NexusException error) {
    if (routing.response().ended() || routing.response().headWritten()) {
      return;
    }
    routing
        .response()
        .setStatusCode(error.status())
        .putHeader("Content-Type", "application/json")
        .putHeader(Headers.ERROR_CODE, error.code().name())
        .putHeader(Headers.ERROR_TYPE, error.code().type().name())
        .end(text(error, RequestContext.of(routing).requestId()));
  }

  /** Ends a failed routing with the error that the failure stands for. */
  void fail(RoutingContext routing) {
    Throwable failure = routing.failure();
    if (failure instanceof NexusException error) {
      write(routing, error);
    } else if (routing.statusCode() == 413) {
      write(
          routing,
          new NexusException(CommonError.VALIDATION_FAILED, 413, "The request body is too large"));
    } else if (routing.statusCode() == 400) {
      write(routing, new NexusException(CommonError.INVALID_FORMAT, "The request is malformed"));
    } else if (routing.statusCode() == 404) {
      write(
          routing, new NexusException(CommonError.ENDPOINT_NOT_FOUND, "There is no such endpoint"));
    } else {
      LOG.errorf(failure, "Request failed before its resource");
      write(routing, new NexusException(CommonError.INTERNAL_ERROR, "Internal error"));
    }
  }

  private String text(NexusException error, String requestId) {
    try {
      return json.writeValueAsString(error.body(requestId));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an error body is always writable", e);
    }
  }
}
