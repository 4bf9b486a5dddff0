package dev.nexus.common.edge;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.identity.TokenProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever a resource throws, as the contract's error body (protocol 2.3). */
public class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);
  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

  @ServerExceptionMapper
  public Response map(NexusException error, RoutingContext routing) {
    return Response.status(error.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(Headers.ERROR_CODE, error.code().name())
        .header(Headers.ERROR_TYPE, error.code().type().name())
        .entity(error.body(RequestContext.of(routing).requestId()))
        .build();
  }

  @ServerExceptionMapper
  public Response map(ConstraintViolationException failure, RoutingContext routing) {
    ConstraintViolation<?> first =
        failure.getConstraintViolations().stream()
            .min((a, b) -> path(a).compareTo(path(b)))
            .orElseThrow();
    return map(
        new NexusException(CommonError.VALIDATION_FAILED, path(first) + " " + first.getMessage())
            .field(path(first)),
        routing);
  }

  @ServerExceptionMapper
  public Response map(MismatchedInputException failure, RoutingContext routing) {
    String field =
        failure.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null)
            .collect(Collectors.joining("."));
    NexusException error =
        new NexusException(
            CommonError.INVALID_VALUE,
            field.isEmpty() ? "The body has the wrong shape" : field + " has the wrong type");
    return map(field.isEmpty() ? error : error.field(field), routing);
  }

  @ServerExceptionMapper
  public Response map(UnauthorizedException failure, RoutingContext routing) {
    return map(
        new NexusException(
            CommonError.AUTHENTICATION_FAILED,
            "Authentication is required: send a bearer token in the Authorization header"),
        routing);
  }

  @ServerExceptionMapper
  public Response map(AuthenticationFailedException failure, RoutingContext routing) {
    return map(TokenProblem.of(failure, routing.request().getHeader("Authorization")), routing);
  }

  @ServerExceptionMapper
  public Response map(ForbiddenException failure, RoutingContext routing) {
    return map(
        new NexusException(
            CommonError.INSUFFICIENT_PERMISSIONS, "The caller's roles do not allow this"),
        routing);
  }

  @ServerExceptionMapper
  public Response map(WebApplicationException failure, RoutingContext routing) {
    if (failure.getCause() instanceof MismatchedInputException mismatch) {
      return map(mismatch, routing);
    }
    return map(fromStatus(failure), routing);
  }

  @ServerExceptionMapper
  public Response map(Throwable failure, RoutingContext routing) {
    LOG.errorf(failure, "Request failed");
    return map(new NexusException(CommonError.INTERNAL_ERROR, "Internal error"), routing);
  }

  private static NexusException fromStatus(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    return switch (status) {
      case 404 -> new NexusException(CommonError.ENDPOINT_NOT_FOUND, "There is no such endpoint");
      case 405 ->
          new NexusException(
              CommonError.VALIDATION_FAILED, status, "The endpoint does not take this method");
      case 415 ->
          new NexusException(
              CommonError.VALIDATION_FAILED, status, "Send the body as application/json");
      default -> {
        if (status < 500) {
          yield new NexusException(CommonError.VALIDATION_FAILED, status, "The request is invalid");
        }
        LOG.errorf(failure, "Request failed");
        yield new NexusException(CommonError.INTERNAL_ERROR, "Internal error");
      }
    };
  }

  /** The wire's path of a violated property: without method and parameter, in snake case. */
  private static String path(ConstraintViolation<?> violation) {
    return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .skip(2)
        .map(node -> SNAKE_CASE.translate(node.toString()))
        .collect(Collectors.joining("."));
  }
}
