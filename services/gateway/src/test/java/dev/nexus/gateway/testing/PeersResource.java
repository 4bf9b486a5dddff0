package dev.nexus.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Peers and an issuer on loopback; the batch service is away. With the argument {@code peers=away}
 * all of them are, and Redis too.
 */
public final class PeersResource implements QuarkusTestResourceLifecycleManager {

  /** The configuration that names the issuer. */
  public static final String ISSUER = "nexus.oidc.issuer";

  private @Nullable PeerServer peer;
  private boolean away;

  @Override
  public void init(Map<String, String> arguments) {
    away = "away".equals(arguments.get("peers"));
  }

  @Override
  public Map<String, String> start() {
    PeerServer started = PeerServer.start(new HttpServerOptions());
    peer = started;
    String url = "http://127.0.0.1:" + started.port();
    String nowhere = "127.0.0.1:" + unusedPort();
    Map<String, String> config = new HashMap<>();
    for (String name : new String[] {"ai", "webhook", "analytics", "conversation", "auth"}) {
      config.put("nexus.peers." + name + ".url", away ? "http://" + nowhere : url);
    }
    config.put("nexus.peers.batch.url", "http://" + nowhere);
    if (away) {
      config.put("nexus.redis.hosts", "redis://" + nowhere);
    }
    config.put(ISSUER, url + "/realms/nexus");
    config.put("quarkus.otel.sdk.disabled", "true");
    return config;
  }

  private static int unusedPort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (peer != null) {
      peer.stop();
    }
  }
}
