package dev.nexus.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A renewed certificate is served without a restart and without a call that fails. */
class CertificateE2E {

  private static final String SECRET = LocalCluster.object("ai") + "-tls";

  private final LocalCluster cluster = new LocalCluster();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void aRenewedCertificateIsServedWithoutARestart(@TempDir Path files) throws Exception {
    Pod before = cluster.pod("ai");
    String old = serial(cluster.secret(SECRET, "tls.crt"));
    assertThat(served(before, files)).isEqualTo(old);

    cluster.client().secrets().inNamespace(LocalCluster.NAMESPACE).withName(SECRET).delete();
    // The kubelet brings a changed Secret into the pod within a minute or so, the service looks
    // every 30 seconds.
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(served(before, files)).isNotEqualTo(old));
    assertThat(served(before, files)).isEqualTo(serial(cluster.secret(SECRET, "tls.crt")));
    Pod after = cluster.pod("ai");
    assertThat(after.getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(after.getStatus().getContainerStatuses().getFirst().getRestartCount()).isZero();
    assertThat(
            cluster
                .asAdministrator()
                .contentType("application/json")
                .body("{\"query\": \"рецепт борща\"}")
                .post("/templates/execute")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRenewedCertificateOfRedisRollsIt() {
    String before = redis().getMetadata().getUid();
    cluster
        .client()
        .secrets()
        .inNamespace(LocalCluster.NAMESPACE)
        .withName(LocalCluster.object("redis") + "-tls")
        .delete();
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(redis().getMetadata().getUid()).isNotEqualTo(before));
    cluster.awaitReady();
  }

  private Pod redis() {
    return cluster
        .client()
        .pods()
        .inNamespace(LocalCluster.NAMESPACE)
        .withName(LocalCluster.object("redis") + "-0")
        .require();
  }

  /** Serial number of the certificate that the pod shows to the gateway. */
  private String served(Pod pod, Path files) throws Exception {
    String gateway = LocalCluster.object("gateway") + "-tls";
    Path certificate = files.resolve("tls.crt");
    Path key = files.resolve("tls.key");
    Files.writeString(certificate, cluster.secret(gateway, "tls.crt"));
    Files.writeString(key, cluster.secret(gateway, "tls.key"));
    Process process =
        LocalCluster.onTheNode(
            "openssl",
            "s_client",
            "-connect",
            pod.getStatus().getPodIP() + ":8081",
            "-cert",
            certificate.toString(),
            "-key",
            key.toString());
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int begin = output.indexOf("-----BEGIN CERTIFICATE-----");
    assertThat(begin).as(output).isNotNegative();
    return serial(output.substring(begin));
  }

  private static String serial(String pem) throws Exception {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    return certificate.getSerialNumber().toString(16);
  }
}
