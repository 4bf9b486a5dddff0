package dev.nexus.auth.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Keycloak with the platform's realm, as a process that lives as long as this JVM. Its
 * address is kept in a system property: Quarkus loads this class more than once.
 */
public final class KeycloakServer {

  /** What tokens name as issuer, which is not where Keycloak is called: as inside a cluster. */
  public static final String ISSUER_BASE = "https://login.nexus.test";

  private static final String PROPERTY = "test.keycloak.port";
  private static final Path DISTRIBUTIONS = Path.of("target/keycloak");
  private static final String HEAP = "-Xms64m -Xmx384m";

  /** The first start builds the server; on a machine that others use too. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private KeycloakServer() {}

  /** The port of the running server, which is started if it is not. */
  public static synchronized int port() {
    String known = System.getProperty(PROPERTY);
    if (known != null) {
      return Integer.parseInt(known);
    }
    int port = start();
    System.setProperty(PROPERTY, Integer.toString(port));
    return port;
  }

  private static int start() {
    try {
      Path home = home();
      importRealm(home);
      int port = freePort();
      Process process = process(home, port).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
      await("Keycloak's start, see " + home.resolve("log.txt"))
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptionsInstanceOf(IOException.class)
          .failFast("Keycloak has ended", () -> !process.isAlive())
          .until(() -> status("http://127.0.0.1:" + port + "/realms/nexus") == 200);
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder process(Path home, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "bin/kc.sh",
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + freePort(),
                "--hostname=" + ISSUER_BASE,
                "--hostname-backchannel-dynamic=true")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log.txt").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", HEAP);
    return builder;
  }

  private static Path home() throws IOException {
    try (Stream<Path> unpacked = Files.list(DISTRIBUTIONS)) {
      return unpacked.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
    }
  }

  private static void importRealm(Path home) throws IOException {
    Path folder = Files.createDirectories(home.resolve("data/import"));
    try (InputStream realm =
        Objects.requireNonNull(
            KeycloakServer.class.getClassLoader().getResourceAsStream("nexus-realm.json"))) {
      Files.copy(realm, folder.resolve("nexus-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static int status(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(1_000);
    connection.setReadTimeout(5_000);
    return connection.getResponseCode();
  }

  /** Its script has children, each of which is ended by its id. */
  private static void stop(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
