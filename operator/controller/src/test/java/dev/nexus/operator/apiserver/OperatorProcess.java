package dev.nexus.operator.apiserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged operator in a process of its own, as an installation runs it. */
public final class OperatorProcess implements AutoCloseable {

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

  private final Process process;
  private final Path log;

  /**
   * Starts it.
   *
   * @param name names its log below {@code target/operators}
   * @param environment environment beside the kubeconfig
   */
  public OperatorProcess(String name, ApiServer server, Map<String, String> environment) {
    try {
      Path directory = Files.createDirectories(Path.of("target/operators"));
      log = directory.resolve(name + ".log");
      Path kubeconfig = directory.resolve(name + ".kubeconfig");
      Files.writeString(kubeconfig, server.kubeconfig());
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-Xmx128m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-jar",
                  JAR.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("KUBECONFIG", kubeconfig.toAbsolutePath().toString());
      builder.environment().put("QUARKUS_HTTP_PORT", "0");
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has logged so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends SIGTERM; returns the exit code. */
  public int terminate(Duration patience) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the operator does not end:\n" + log());
    }
    return process.exitValue();
  }

  /** Ends it like a crash. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
