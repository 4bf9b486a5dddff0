package dev.nexus.gateway.testing;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The gateway as it ships, in a process of its own, told what the operator tells it. */
public final class PackagedGateway implements AutoCloseable {

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Pattern LISTENING =
      Pattern.compile("Listening on: http://127.0.0.1:(\\d+)\\. Management interface .*:(\\d+)\\.");

  private final Process process;
  private final Path output;

  private PackagedGateway(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it; returns when it listens.
   *
   * @param configuration what is mounted as its {@code application.properties}
   */
  public static PackagedGateway start(Map<String, String> configuration) throws IOException {
    Path folder = Files.createTempDirectory("gateway");
    Properties properties = new Properties();
    properties.putAll(configuration);
    Path file = Files.createDirectory(folder.resolve("config")).resolve("application.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                JAR.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("QUARKUS_PROFILE", "prod");
    builder.environment().put("NEXUS_OIDC_CLIENT_SECRET", "unused");
    PackagedGateway gateway = new PackagedGateway(builder.start(), output);
    await().atMost(Duration.ofSeconds(60)).until(() -> gateway.ports().find());
    return gateway;
  }

  private Matcher ports() throws IOException {
    return LISTENING.matcher(Files.readString(output));
  }

  private int port(int group) throws IOException {
    Matcher ports = ports();
    if (!ports.find()) {
      throw new IOException("the gateway does not listen");
    }
    return Integer.parseInt(ports.group(group));
  }

  public int port() throws IOException {
    return port(1);
  }

  public int managementPort() throws IOException {
    return port(2);
  }

  /** What it has logged so far; each line must be JSON. */
  public Stream<JsonObject> log() throws IOException {
    return Files.readAllLines(output).stream().map(JsonObject::new);
  }

  /** All that it has logged, as text. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** The kubelet's SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** The exit code, which must come within half a minute. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gateway does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    Objects.requireNonNull(process).destroyForcibly();
  }
}
