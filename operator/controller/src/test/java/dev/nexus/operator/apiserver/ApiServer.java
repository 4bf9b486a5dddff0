package dev.nexus.operator.apiserver;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * An API server with etcd, started from the programs that {@code cluster/build kube etcd} has made.
 * The CRD of NexusPlatform is in it.
 */
public final class ApiServer implements AutoCloseable {

  private static final String VERSION = "1.34.4";
  private static final Path PROGRAMS =
      Path.of(System.getProperty("user.home"), ".cache/nexus-cluster/bin");
  private static final Path CRD = Path.of("../../crds/nexusplatforms.platform.nexus.dev-v1.yml");

  private final KubeAPIServer server;
  private final KubernetesClient client;

  public ApiServer() {
    server =
        new KubeAPIServer(
            KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withOfflineMode(true)
                .withApiServerVersion(VERSION)
                .withTestDir(programs().toString())
                .withUpdateKubeConfig(false)
                .build());
    server.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
            .build();
    install(CRD);
  }

  public KubernetesClient client() {
    return client;
  }

  public String kubeconfig() {
    return server.getKubeConfigYaml();
  }

  /** Applies a file and waits until the CRDs in it are served. */
  public void install(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      client
          .load(stream)
          .items()
          .forEach(
              object -> {
                client.resource(object).serverSideApply();
                String name = object.getMetadata().getName();
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> established(name));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean established(String crd) {
    return client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName(crd)
        .require()
        .getStatus()
        .getConditions()
        .stream()
        .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  /** The library looks for three programs by name; ours is one that is told which to be. */
  private static Path programs() {
    try {
      Path home = Path.of("target/kube-api-test").toAbsolutePath();
      Path bin = Files.createDirectories(home.resolve("k8s/" + VERSION + "-linux-amd64"));
      script(bin.resolve("etcd"), PROGRAMS.resolve("etcd").toString());
      script(bin.resolve("kube-apiserver"), PROGRAMS.resolve("kube") + " kube-apiserver");
      script(bin.resolve("kubectl"), PROGRAMS.resolve("kube") + " kubectl");
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void script(Path file, String command) throws IOException {
    Files.writeString(file, "#!/bin/sh\nexec " + command + " \"$@\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Override
  public void close() {
    client.close();
    server.stop();
  }
}
