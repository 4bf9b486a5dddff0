package dev.nexus.operator.apiserver;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionStatus;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An API server with etcd, started from the programs that {@code cluster/build kube etcd} has made.
 * The CRD of NexusPlatform is in it.
 */
public final class ApiServer implements AutoCloseable {

  private static final Path PROGRAMS =
      Path.of(System.getProperty("user.home"), ".cache/nexus-cluster/bin");
  private static final Path CRD = Path.of("../../crds/nexusplatforms.platform.nexus.dev-v1.yml");
  private static final Duration STARTED = Duration.ofSeconds(90);

  private final Path home;
  private final Process etcd;
  private final Process server;
  private final String kubeconfig;
  private final KubernetesClient client;

  public ApiServer() {
    try {
      home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "api-server");
      String token = UUID.randomUUID().toString();
      Files.writeString(home.resolve("tokens"), token + ",test,test,system:masters\n");
      Files.writeString(home.resolve("sa.key"), privateKey());
      int etcdPort = FreePort.find();
      int port = FreePort.find();
      etcd = startEtcd(etcdPort);
      await().atMost(STARTED).until(() -> listens(etcdPort));
      server = startServer(port, etcdPort);
      kubeconfig = kubeconfig(port, token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client = new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
    await().atMost(STARTED).until(this::isReady);
    install(CRD);
  }

  public KubernetesClient client() {
    return client;
  }

  public String kubeconfig() {
    return kubeconfig;
  }

  private Process startEtcd(int port) throws IOException {
    String url = "http://127.0.0.1:" + port;
    String peers = "http://127.0.0.1:" + FreePort.find();
    return start(
        "etcd",
        List.of(
            PROGRAMS.resolve("etcd").toString(),
            "--data-dir=" + home.resolve("etcd"),
            "--unsafe-no-fsync",
            "--log-level=warn",
            "--listen-client-urls=" + url,
            "--advertise-client-urls=" + url,
            "--listen-peer-urls=" + peers,
            "--initial-advertise-peer-urls=" + peers,
            "--initial-cluster=default=" + peers));
  }

  private Process startServer(int port, int etcdPort) throws IOException {
    return start(
        "kube-apiserver",
        List.of(
            PROGRAMS.resolve("kube").toString(),
            "kube-apiserver",
            "--bind-address=127.0.0.1",
            "--secure-port=" + port,
            "--cert-dir=" + home,
            "--etcd-servers=http://127.0.0.1:" + etcdPort,
            "--authorization-mode=RBAC",
            "--token-auth-file=" + home.resolve("tokens"),
            "--service-account-issuer=https://localhost",
            "--service-account-signing-key-file=" + home.resolve("sa.key"),
            "--service-account-key-file=" + home.resolve("sa.key"),
            "--disable-admission-plugins=ServiceAccount",
            "--service-cluster-ip-range=10.0.0.0/24"));
  }

  private Process start(String name, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(home.resolve(name + ".log").toFile())
        .start();
  }

  private static String privateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String kubeconfig(int port, String token) {
    return """
        apiVersion: v1
        kind: Config
        current-context: test
        contexts: [{name: test, context: {cluster: test, user: test}}]
        clusters: [{name: test, cluster: {server: "https://127.0.0.1:%d", insecure-skip-tls-verify: true}}]
        users: [{name: test, user: {token: %s}}]
        """
        .formatted(port, token);
  }

  private static boolean listens(int port) {
    try (Socket ignored = new Socket("127.0.0.1", port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isReady() throws IOException {
    if (!server.isAlive()) {
      throw new IllegalStateException(Files.readString(home.resolve("kube-apiserver.log")));
    }
    try {
      return client.namespaces().withName("default").get() != null;
    } catch (KubernetesClientException e) {
      return false;
    }
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
                await().atMost(Duration.ofSeconds(30)).until(() -> established(name));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean established(String crd) {
    // Before the API server has looked at it, a definition has no conditions.
    return Optional.ofNullable(
            client.apiextensions().v1().customResourceDefinitions().withName(crd).get())
        .map(CustomResourceDefinition::getStatus)
        .map(CustomResourceDefinitionStatus::getConditions)
        .orElse(List.of())
        .stream()
        .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  @Override
  public void close() {
    client.close();
    for (Process process : List.of(server, etcd)) {
      process.destroyForcibly();
      process.onExit().join();
    }
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
