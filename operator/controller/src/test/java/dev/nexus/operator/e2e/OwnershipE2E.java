package dev.nexus.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator owns is there, stays as it wants it, and changes only when asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnershipE2E {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final LocalCluster cluster = new LocalCluster();
  private final KubernetesClient client = cluster.client();

  @BeforeAll
  void isReady() {
    cluster.awaitReady();
  }

  @AfterAll
  void close() {
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource({
    "cert-manager.io/v1, Issuer, 1",
    "cert-manager.io/v1, Certificate, 8",
    "postgresql.cnpg.io/v1, Cluster, 1",
    "postgresql.cnpg.io/v1, Database, 1",
    "redis.redis.opstreelabs.in/v1beta2, Redis, 1",
    "k8s.keycloak.org/v2beta1, Keycloak, 1",
    "batch/v1, Job, 6",
    "apps/v1, Deployment, 7",
    "v1, Service, 7",
    "v1, ServiceAccount, 7",
    "v1, ConfigMap, 7",
    "v1, Secret, 8",
    "policy/v1, PodDisruptionBudget, 7",
    "networking.k8s.io/v1, NetworkPolicy, 9",
    "monitoring.coreos.com/v1, ServiceMonitor, 1",
    "monitoring.coreos.com/v1, PrometheusRule, 1",
  })
  void everyKindExistsAndIsOwned(String apiVersion, String kind, int atLeast) {
    String uid = cluster.platform(LocalCluster.NAMESPACE).getMetadata().getUid();
    List<? extends HasMetadata> owned =
        cluster.all(apiVersion, kind).stream()
            .filter(
                object ->
                    object.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner -> owner.getUid().equals(uid)))
            .toList();
    assertThat(owned).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(owned)
        .allSatisfy(
            object ->
                assertThat(object.getMetadata().getLabels())
                    .containsEntry("app.kubernetes.io/managed-by", "nexus-operator")
                    .containsEntry("app.kubernetes.io/instance", LocalCluster.PLATFORM));
  }

  @Test
  void statusTellsTheWholeTruthOfThisGeneration() {
    GenericKubernetesResource platform = cluster.platform(LocalCluster.NAMESPACE);
    long generation = platform.getMetadata().getGeneration();
    assertThat(platform.<Number>get("status", "observedGeneration").longValue())
        .isEqualTo(generation);
    List<Map<String, Object>> conditions = platform.get("status", "conditions");
    assertThat(conditions)
        .allSatisfy(
            condition ->
                assertThat(((Number) condition.get("observedGeneration")).longValue())
                    .isEqualTo(generation));
    List<Map<String, Object>> components = platform.get("status", "components");
    assertThat(components)
        .extracting(component -> component.get("name"))
        .containsAll(LocalCluster.SERVICES);
  }

  @Test
  void changingOneServicesReplicasTouchesOnlyThatService() {
    Map<String, Long> before = deploymentGenerations();
    patchReplicas("2");
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> assertThat(cluster.deployment("ai").getStatus().getReadyReplicas()).isEqualTo(2));
    Map<String, Long> after = deploymentGenerations();
    after.remove(LocalCluster.object("ai"));
    before.remove(LocalCluster.object("ai"));
    assertThat(after).isEqualTo(before);
    patchReplicas("null");
    cluster.awaitReady();
  }

  private void patchReplicas(String replicas) {
    cluster.patch("{\"spec\":{\"services\":{\"ai\":{\"replicas\":" + replicas + "}}}}");
  }

  private Map<String, Long> deploymentGenerations() {
    Map<String, Long> generations = new HashMap<>();
    client.apps().deployments().inNamespace(LocalCluster.NAMESPACE).list().getItems().stream()
        .filter(
            deployment ->
                deployment.getMetadata().getLabels().containsKey("app.kubernetes.io/part-of"))
        .forEach(
            deployment ->
                generations.put(
                    deployment.getMetadata().getName(), deployment.getMetadata().getGeneration()));
    return generations;
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, webhook",
    "v1, Service, analytics",
    "v1, ServiceAccount, batch",
    "v1, ConfigMap, ai",
    "policy/v1, PodDisruptionBudget, gateway",
    "networking.k8s.io/v1, NetworkPolicy, auth",
    "monitoring.coreos.com/v1, ServiceMonitor, ''",
    "cert-manager.io/v1, Certificate, conversation",
  })
  void aDeletedObjectIsBackWithinTenSeconds(String apiVersion, String kind, String service) {
    String name =
        cluster.all(apiVersion, kind).stream()
            .map(object -> object.getMetadata().getName())
            .filter(candidate -> candidate.contains(service))
            .filter(candidate -> candidate.startsWith(LocalCluster.PLATFORM))
            .findFirst()
            .orElseThrow();
    var resource =
        client
            .genericKubernetesResources(apiVersion, kind)
            .inNamespace(LocalCluster.NAMESPACE)
            .withName(name);
    String uid = resource.require().getMetadata().getUid();
    resource.delete();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              GenericKubernetesResource back = resource.get();
              assertThat(back).isNotNull();
              assertThat(back.getMetadata().getUid()).isNotEqualTo(uid);
            });
    cluster.awaitReady();
  }

  @ParameterizedTest
  @CsvSource({"admin", "keycloak-operator", "redis", "postgres-ai", "auth-client"})
  void aGeneratedSecretThatIsLostIsMadeAnewAndTakenOver(String which) {
    String name = LocalCluster.PLATFORM + "-" + which;
    var secret = client.secrets().inNamespace(LocalCluster.NAMESPACE).withName(name);
    Map<String, String> lost = secret.require().getData();
    secret.delete();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(secret.get()).isNotNull();
              assertThat(secret.get().getData()).isNotEqualTo(lost);
            });
    cluster.awaitReady();
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              cluster
                  .asAdministrator()
                  .contentType("application/json")
                  .body("{\"query\": \"рецепт борща\"}")
                  .post("/templates/execute")
                  .then()
                  .statusCode(200);
              assertThat(cluster.condition(LocalCluster.NAMESPACE, "Ready")).isEqualTo("True");
            });
  }

  @Test
  void anEditedFieldIsPutBack() {
    var resource =
        client.services().inNamespace(LocalCluster.NAMESPACE).withName(LocalCluster.object("ai"));
    String selector = resource.require().getSpec().getSelector().toString();
    resource.patch(
        MERGE, "{\"spec\":{\"selector\":{\"app.kubernetes.io/name\":\"somebody-else\"}}}");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(resource.require().getSpec().getSelector().toString())
                    .isEqualTo(selector));
  }

  @Test
  void aSteadyPlatformCostsNoWrites() {
    cluster.awaitReady();
    long from = LocalCluster.auditLines();
    await()
        .pollDelay(Duration.ofMinutes(3))
        .atMost(Duration.ofMinutes(4))
        .untilAsserted(() -> assertThat(operatorWrites(from)).isEmpty());
  }

  private static List<String> operatorWrites(long from) {
    return LocalCluster.auditFrom(from).stream()
        .filter(line -> line.contains("system:serviceaccount:nexus-system:nexus-operator"))
        .filter(line -> !line.contains("\"resource\":\"leases\""))
        .filter(
            line -> line.matches(".*\"verb\":\"(create|update|patch|delete|deletecollection)\".*"))
        .toList();
  }

  @Test
  void restartingTheOperatorRestartsNoPod() {
    Map<String, String> before = podsAndRestarts();
    client
        .pods()
        .inNamespace(LocalCluster.OPERATOR_NAMESPACE)
        .withLabel("app.kubernetes.io/name", "nexus-operator")
        .delete();
    client
        .apps()
        .deployments()
        .inNamespace(LocalCluster.OPERATOR_NAMESPACE)
        .withName("nexus-operator")
        .waitUntilReady(2, java.util.concurrent.TimeUnit.MINUTES);
    aSpecEditIsSeen();
    assertThat(podsAndRestarts()).isEqualTo(before);
  }

  private void aSpecEditIsSeen() {
    cluster.patch("{\"spec\":{\"deletionPolicy\":\"Retain\"}}");
    cluster.awaitReady();
  }

  private Map<String, String> podsAndRestarts() {
    Map<String, String> pods = new HashMap<>();
    client.pods().inNamespace(LocalCluster.NAMESPACE).list().getItems().stream()
        .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
        .forEach(
            pod ->
                pods.put(
                    pod.getMetadata().getName(),
                    pod.getStatus().getContainerStatuses().stream()
                        .map(status -> status.getName() + status.getRestartCount())
                        .toList()
                        .toString()));
    return pods;
  }
}
