package dev.nexus.auth.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the service and Keycloak, so that a test can take Keycloak away. The mode is a
 * system property: Quarkus loads this class more than once.
 */
public final class Relay implements AutoCloseable {

  /** What becomes of bytes on their way to Keycloak. */
  public enum Mode {
    PASS,
    /** Connections are closed. */
    REFUSE,
    /** Connections are taken, and nothing is ever answered. */
    SILENT
  }

  private static final String PROPERTY = "test.keycloak.relay";

  private final Vertx vertx;
  private final NetServer server;

  private Relay(Vertx vertx, NetServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /** A relay to a port, that speaks TLS itself if options say so. */
  public static Relay to(int port, NetServerOptions options) {
    mode(Mode.PASS);
    Vertx vertx = Vertx.vertx();
    NetClient client = vertx.createNetClient();
    NetServer server =
        vertx.createNetServer(options).connectHandler(socket -> relay(client, port, socket));
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    return new Relay(vertx, server);
  }

  /** Sets what becomes of connections from now on, also of those that are open. */
  public static void mode(Mode mode) {
    System.setProperty(PROPERTY, mode.name());
  }

  public int port() {
    return server.actualPort();
  }

  private static void relay(NetClient client, int port, NetSocket from) {
    from.pause();
    client
        .connect(port, "127.0.0.1")
        .onSuccess(
            to -> {
              from.closeHandler(closed -> to.close());
              to.closeHandler(closed -> from.close());
              from.handler(bytes -> pass(bytes, from, to));
              to.handler(bytes -> pass(bytes, from, from));
              from.resume();
            })
        .onFailure(failure -> from.close());
  }

  private static void pass(Buffer bytes, NetSocket client, NetSocket to) {
    switch (current()) {
      case PASS -> to.write(bytes);
      case REFUSE -> client.close();
      case SILENT -> {}
    }
  }

  private static Mode current() {
    @Nullable String mode = System.getProperty(PROPERTY);
    return mode == null ? Mode.PASS : Mode.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
