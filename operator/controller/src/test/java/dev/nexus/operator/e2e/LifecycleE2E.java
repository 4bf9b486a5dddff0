package dev.nexus.operator.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deleting keeps the data unless told otherwise, and never hangs. */
class LifecycleE2E {

  private final LocalCluster cluster = new LocalCluster();
  private final KubernetesClient client = cluster.client();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void aRetainedPlatformIsAdoptedWithItsUsers() throws Exception {
    Map<String, String> user =
        Map.of(
            "email", "kept@example.com",
            "password", "password123",
            "first_name", "Kept",
            "last_name", "User");
    post("/auth/register", user);
    assertThat(post("/auth/login", user)).isEqualTo(200);
    List<String> volumes = claims();

    client.resource(cluster.platform(LocalCluster.NAMESPACE)).delete();
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(() -> assertThat(platforms(LocalCluster.NAMESPACE)).isEmpty());
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(cluster.all("apps/v1", "Deployment")).isEmpty());
    assertThat(cluster.all("postgresql.cnpg.io/v1", "Cluster"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.getMetadata().getOwnerReferences()).isEmpty());
    assertThat(claims()).containsAll(volumes);

    apply(LocalCluster.NAMESPACE);
    cluster.awaitReady();
    LocalCluster.expose();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(post("/auth/login", user)).isEqualTo(200));
  }

  @Test
  void deletingTheNamespaceCompletes() throws Exception {
    String namespace = "doomed";
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .serverSideApply();
    apply(namespace);
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () -> assertThat(cluster.condition(namespace, "PostgresReady")).isEqualTo("True"));
    client.namespaces().withName(namespace).delete();
    await()
        .atMost(Duration.ofMinutes(4))
        .untilAsserted(() -> assertThat(client.namespaces().withName(namespace).get()).isNull());
  }

  private int post(String path, Object body) {
    return given()
        .baseUri(LocalCluster.GATEWAY)
        .basePath("/api/v1")
        .contentType("application/json")
        .body(body)
        .post(path)
        .statusCode();
  }

  private List<String> claims() {
    return client
        .persistentVolumeClaims()
        .inNamespace(LocalCluster.NAMESPACE)
        .list()
        .getItems()
        .stream()
        .map(claim -> claim.getMetadata().getUid())
        .toList();
  }

  private List<GenericKubernetesResource> platforms(String namespace) {
    return client
        .genericKubernetesResources("platform.nexus.dev/v1alpha1", "NexusPlatform")
        .inNamespace(namespace)
        .list()
        .getItems();
  }

  private void apply(String namespace) throws Exception {
    try (var sample =
        Files.newInputStream(LocalCluster.root().resolve("samples/development/platform.yaml"))) {
      for (HasMetadata object : client.load(sample).items()) {
        client.resource(object).inNamespace(namespace).serverSideApply();
      }
    }
  }
}
