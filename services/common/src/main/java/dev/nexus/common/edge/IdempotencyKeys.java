package dev.nexus.common.edge;

import dev.nexus.common.identity.Callers;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Recognises a request that a client sends again because it lost the answer (protocol 1.3). Clients
 * also reuse a request id on purpose, so a key counts for {@link #WINDOW} only and a different body
 * makes a different key.
 */
@ApplicationScoped
public class IdempotencyKeys {

  /** How long after the first request a twin is a repetition and not a new request. */
  public static final Duration WINDOW = Duration.ofSeconds(60);

  private final CurrentVertxRequest current;
  private final Callers callers;

  IdempotencyKeys(CurrentVertxRequest current, Callers callers) {
    this.current = current;
    this.callers = callers;
  }

  /**
   * The key of the current request: a digest of caller, method, path, request id and body. Absent
   * when the body carries no request id.
   */
  public Optional<String> current() {
    RoutingContext routing = current.getCurrent();
    return RequestContext.of(routing).metadata().requestId().map(id -> digest(routing, id));
  }

  private String digest(RoutingContext routing, String requestId) {
    MessageDigest digest = sha256();
    for (String part :
        new String[] {
          callers.current().id(),
          routing.request().method().name(),
          routing.request().path(),
          requestId
        }) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    Buffer body = routing.body().buffer();
    return HexFormat.of().formatHex(digest.digest(body == null ? new byte[0] : body.getBytes()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
