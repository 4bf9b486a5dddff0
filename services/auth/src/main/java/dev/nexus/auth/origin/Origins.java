package dev.nexus.auth.origin;

import dev.nexus.common.edge.RequestContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the origin of the current request. */
@ApplicationScoped
public class Origins {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final CurrentVertxRequest current;

  Origins(CurrentVertxRequest current) {
    this.current = current;
  }

  /** Where the current request came from. */
  public Origin current() {
    RoutingContext routing = current.getCurrent();
    SocketAddress connected = routing.request().remoteAddress();
    return Origin.of(
        address(routing.request().headers(), connected == null ? null : connected.hostAddress()),
        RequestContext.of(routing).requestId());
  }

  /**
   * The client's address. The gateway, the only caller, writes the header anew with one address;
   * the last entry is the one that the nearest hop vouches for.
   */
  static String address(MultiMap headers, @Nullable String connected) {
    List<String> values = headers.getAll(FORWARDED_FOR);
    if (values.isEmpty()) {
      return connected == null ? Origin.UNKNOWN : connected;
    }
    String last = values.getLast();
    return last.substring(last.lastIndexOf(',') + 1).strip();
  }
}
