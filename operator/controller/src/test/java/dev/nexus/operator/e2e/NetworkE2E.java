package dev.nexus.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is not meant to call is refused: by the network, and by TLS. */
class NetworkE2E {

  /** Tries five times: who enforces the policies learns of a new pod a moment after its start. */
  private static final String CONNECT =
      """
      use IO::Socket::INET;
      for (1 .. 5) {
        exit 0 if IO::Socket::INET->new(PeerAddr => $ARGV[0], Timeout => 2);
        sleep 1;
      }
      exit 1""";

  private final LocalCluster cluster = new LocalCluster();
  private final KubernetesClient client = cluster.client();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void aStrangerInTheNamespaceReachesOnlyTheGateway() {
    assertThat(connects("stranger-ai", Map.of(), address("ai", 8081))).isFalse();
    assertThat(connects("stranger-pg", Map.of(), LocalCluster.PLATFORM + "-postgres-rw:5432"))
        .isFalse();
  }

  @Test
  void aServiceReachesOnlyWhatItsArrowsAllow() {
    Map<String, String> batch =
        client
            .apps()
            .deployments()
            .inNamespace(LocalCluster.NAMESPACE)
            .withName(LocalCluster.object("batch"))
            .require()
            .getSpec()
            .getSelector()
            .getMatchLabels();
    assertThat(connects("batch-to-ai", batch, address("ai", 8081))).isTrue();
    assertThat(connects("batch-to-auth", batch, address("auth", 8086))).isFalse();
  }

  private static String address(String service, int port) {
    return LocalCluster.object(service) + ":" + port;
  }

  private boolean connects(String name, Map<String, String> labels, String address) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(name)
            .withLabels(labels)
            .endMetadata()
            .withNewSpec()
            .withRestartPolicy("Never")
            .withTerminationGracePeriodSeconds(0L)
            .addNewContainer()
            .withName("connect")
            .withImage("nexus.local/debian:12")
            .withImagePullPolicy("Never")
            // Never ready, so that no Service sends it a request while it carries a service's
            // labels.
            .withNewReadinessProbe()
            .withNewExec()
            .withCommand("false")
            .endExec()
            .endReadinessProbe()
            .withCommand("perl", "-e", CONNECT, address)
            .endContainer()
            .endSpec()
            .build();
    var resource = client.pods().inNamespace(LocalCluster.NAMESPACE).resource(pod);
    resource.delete();
    resource.create();
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> List.of("Succeeded", "Failed").contains(phase(name)));
      return "Succeeded".equals(phase(name));
    } finally {
      resource.delete();
    }
  }

  private String phase(String name) {
    return client
        .pods()
        .inNamespace(LocalCluster.NAMESPACE)
        .withName(name)
        .require()
        .getStatus()
        .getPhase();
  }

  @Test
  void aCallWithoutAClientCertificateIsRefused(@TempDir Path files) throws Exception {
    String url = "https://" + cluster.pod("ai").getStatus().getPodIP() + ":8081/health";
    assertThat(curl("-k", url)).isNotEqualTo(0);
    assertThat(curl("-k", "--cert", file(files, "tls.crt"), "--key", file(files, "tls.key"), url))
        .isEqualTo(0);
  }

  private String file(Path files, String key) throws IOException {
    Path file = files.resolve(key);
    Files.writeString(file, cluster.secret(LocalCluster.object("gateway") + "-tls", key));
    return file.toString();
  }

  /** curl on the node, which the network lets through to every pod: what refuses it is TLS. */
  private static int curl(String... arguments) throws IOException, InterruptedException {
    Process process =
        LocalCluster.onTheNode(
            Stream.concat(Stream.of("curl", "-sS", "-f", "-m", "10"), Stream.of(arguments))
                .toArray(String[]::new));
    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }
}
