package dev.nexus.common.identity;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.quarkus.oidc.OIDCException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Tells why a bearer token was refused (protocol 3.0). */
public final class TokenProblem {

  private static final Pattern JWT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  private TokenProblem() {}

  /**
   * The error for a refused token.
   *
   * @param failure what the verification threw
   * @param authorization the Authorization header
   */
  public static NexusException of(Throwable failure, @Nullable String authorization) {
    if (authorization == null || !JWT.matcher(bearer(authorization)).matches()) {
      return new NexusException(CommonError.TOKEN_MALFORMED, "The bearer token is not a JWT");
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidJwtException invalid && invalid.hasExpired()) {
        return new NexusException(
            CommonError.TOKEN_EXPIRED, "The bearer token has expired: refresh it or log in again");
      }
      if (cause instanceof OIDCException || cause instanceof IOException) {
        return new NexusException(
            CommonError.SERVICE_UNAVAILABLE,
            "The identity provider cannot be reached to verify the token");
      }
    }
    return new NexusException(CommonError.INVALID_TOKEN, "The bearer token is not valid here");
  }

  private static String bearer(String authorization) {
    return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        ? authorization.substring(7).strip()
        : authorization;
  }
}
