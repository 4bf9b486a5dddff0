package dev.nexus.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nexus.operator.api.v1alpha1.Condition;
import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.apiserver.ApiServer;
import dev.nexus.operator.apiserver.OperatorProcess;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged operator on a real API server, where nobody else answers. */
class OperatorIT {

  private static final Path FOREIGN_CRDS = Path.of("src/test/resources/foreign-crds");
  private static final Path STANDIN_CRDS = Path.of("../../cluster/standins/crds");
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int TERMINATED = 143;
  private static final Map<String, String> IMPATIENT =
      Map.of("NEXUS_OPERATOR_RETRY", "1s", "NEXUS_OPERATOR_RESYNC", "1s");

  private ApiServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() {
    server = new ApiServer();
    client = server.client();
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName("nexus-system").endMetadata().build())
        .create();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aMissingOperatorIsNamedWithItsRemedyAndNoticedWhenItArrives() {
    try (var operator = new OperatorProcess("missing-api", server, IMPATIENT)) {
      apply("{}");
      awaitCondition("DependenciesAvailable", "False", "install cert-manager, or set");
      awaitCondition("CertificatesReady", "False", "certificates.cert-manager.io");
      awaitCondition("PostgresReady", "False", "install CloudNativePG");

      server.install(FOREIGN_CRDS.resolve("cert-manager.yaml"));
      server.install(FOREIGN_CRDS.resolve("cloudnative-pg.yaml"));
      for (String file : List.of("keycloaks.yaml", "redis.yaml", "redisclusters.yaml")) {
        server.install(STANDIN_CRDS.resolve(file));
      }
      awaitCondition("DependenciesAvailable", "True", "installed");
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(all("cert-manager.io/v1", "Certificate")).isNotEmpty());
    }
  }

  @Test
  void aMissingSecretIsNamedWithItsRemedyAndNoticedWhenItAppears() {
    try (var operator = new OperatorProcess("missing-secret", server, IMPATIENT)) {
      apply(EVERYTHING_EXTERNAL);
      awaitCondition(
          "MigrationsReady", "False", "The Secret db is missing: create it with the key username");
      secret("db", Map.of("username", "nexus"));
      awaitCondition("MigrationsReady", "False", "The Secret db lacks the key password");
      secret("db", Map.of("username", "nexus", "password", "secret"));
      awaitCondition("MigrationsReady", "False", "Waiting for Job");
      assertThat(client.v1().events().inNamespace("default").list().getItems())
          .extracting(Event::getReason)
          .contains("SecretMissing", "SecretKeyMissing");
    }
  }

  @Test
  void monitoringIsWrittenWhenItsOperatorArrivesLater() {
    try (var operator = new OperatorProcess("late-monitoring", server, IMPATIENT)) {
      apply(EVERYTHING_EXTERNAL);
      awaitCondition("MonitoringReady", "True", "prometheus-operator is not installed");
      server.install(FOREIGN_CRDS.resolve("prometheus-operator.yaml"));
      awaitCondition("MonitoringReady", "True", "As wanted");
      assertThat(all("monitoring.coreos.com/v1", "ServiceMonitor")).hasSize(1);
      assertThat(all("monitoring.coreos.com/v1", "PrometheusRule")).hasSize(1);
    }
  }

  @Test
  void aPlatformThatIsAsWantedIsNotWritten() {
    try (var operator = new OperatorProcess("steady", server, IMPATIENT)) {
      apply(EVERYTHING_EXTERNAL);
      awaitCondition("MigrationsReady", "False", "The Secret db is missing");
      Map<String, String> settled = versions();
      await()
          .during(Duration.ofSeconds(10))
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(versions()).isEqualTo(settled));
    }
  }

  @Test
  void whatTheApiServerRefusesIsToldAndHoldsUpNothingElse() {
    try (var operator = new OperatorProcess("refused", server, IMPATIENT)) {
      apply(
          EVERYTHING_EXTERNAL.replace(
              "{security:",
              "{services: {ai: {resources: {requests: {cpu: 2}, limits: {cpu: 1}}}}, security:"));
      secret("db", Map.of("username", "nexus", "password", "secret"));
      awaitCondition("MigrationsReady", "False", "The API server refuses Job nexus-ai-migrate");
      assertThat(all("batch/v1", "Job")).hasSize(5);
    }
  }

  @Test
  void aJobThatCannotBeChangedHoldsNothingUp() {
    try (var operator = new OperatorProcess("final-job", server, IMPATIENT)) {
      apply(EVERYTHING_EXTERNAL);
      secret("db", Map.of("username", "nexus", "password", "secret"));
      awaitCondition("MigrationsReady", "False", "Waiting for Job");
      patch("{\"spec\":{\"services\":{\"ai\":{\"resources\":{\"requests\":{\"cpu\":\"77m\"}}}}}}");
      awaitObserved();
      assertThat(all("batch/v1", "Job")).hasSize(6);
    }
  }

  @Test
  void secretsThatNobodyOwnsGoWithAPlatformThatKeepsNothing() {
    try (var operator = new OperatorProcess("delete", server, IMPATIENT)) {
      apply(EVERYTHING_EXTERNAL);
      awaitObserved();
      client
          .resource(
              new SecretBuilder()
                  .withNewMetadata()
                  .withName("nexus-ai-tls")
                  .withNamespace("default")
                  .addToLabels("app.kubernetes.io/managed-by", "nexus-operator")
                  .addToLabels("app.kubernetes.io/instance", "nexus")
                  .endMetadata()
                  .build())
          .create();
      patch("{\"spec\":{\"deletionPolicy\":\"Delete\"}}");
      awaitObserved();
      client.resource(platform()).delete();
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(client.secrets().inNamespace("default").withName("nexus-ai-tls").get())
                      .isNull());
    }
  }

  @Test
  void anotherOperatorLeadsWhenTheLeaderIsTerminated() throws Exception {
    try (var first = new OperatorProcess("first", server, IMPATIENT)) {
      await().atMost(SOON).until(() -> first.log().contains("Leading"));
      apply(EVERYTHING_EXTERNAL);
      awaitObserved();
      try (var second = new OperatorProcess("second", server, IMPATIENT)) {
        await().atMost(SOON).until(() -> second.log().contains("Listening on"));
        Map<String, String> before = versions();
        assertThat(second.log()).doesNotContain("Leading");

        assertThat(first.terminate(Duration.ofSeconds(20))).isEqualTo(TERMINATED);
        await().atMost(SOON).until(() -> second.log().contains("Leading"));
        assertThat(versions()).isEqualTo(before);

        patch("{\"spec\":{\"services\":{\"ai\":{\"env\":{\"A\":\"b\"}}}}}");
        awaitObserved();
      }
    }
  }

  private static final String EVERYTHING_EXTERNAL =
      """
      {security: {mtls: {mode: Disabled}},
       postgres: {external: {host: db.example.com, credentialsSecretRef: {name: db}, sslMode: Require}},
       redis: {external: {hosts: ["redis://cache.example.com:6379"]}},
       keycloak: {external: {url: "https://login.example.com", adminSecretRef: {name: login}}}}
      """;

  private void apply(String spec) {
    String yaml =
        """
        ---
        apiVersion: platform.nexus.dev/v1alpha1
        kind: NexusPlatform
        metadata: {name: nexus, namespace: default}
        spec: %s
        """
            .formatted(spec);
    client
        .resource(
            client.getKubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class))
        .serverSideApply();
  }

  private void patch(String patch) {
    client.resource(platform()).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private void secret(String name, Map<String, String> data) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withStringData(data)
                .build())
        .serverSideApply();
  }

  private NexusPlatform platform() {
    return client.resources(NexusPlatform.class).inNamespace("default").withName("nexus").require();
  }

  private void awaitCondition(String type, String status, String message) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(platform().getStatus()).isNotNull();
              assertThat(platform().getStatus().conditions())
                  .filteredOn(condition -> condition.type().equals(type))
                  .singleElement()
                  .satisfies(
                      condition -> {
                        assertThat(condition.message()).contains(message);
                        assertThat(condition.status()).isEqualTo(status);
                      });
            });
  }

  private void awaitObserved() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              NexusPlatform platform = platform();
              assertThat(platform.getStatus()).isNotNull();
              assertThat(platform.getStatus().conditions())
                  .extracting(Condition::observedGeneration)
                  .containsOnly(platform.getMetadata().getGeneration());
            });
  }

  private List<? extends HasMetadata> all(String apiVersion, String kind) {
    return client
        .genericKubernetesResources(apiVersion, kind)
        .inNamespace("default")
        .list()
        .getItems();
  }

  /** Every object of the platform, and the platform itself, with its resource version. */
  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    Stream.of(
            all("platform.nexus.dev/v1alpha1", "NexusPlatform"),
            all("v1", "ConfigMap"),
            all("v1", "Secret"),
            all("v1", "Service"),
            all("v1", "ServiceAccount"),
            all("policy/v1", "PodDisruptionBudget"),
            all("networking.k8s.io/v1", "NetworkPolicy"))
        .flatMap(List::stream)
        .forEach(
            object ->
                versions.put(
                    object.getKind() + "/" + object.getMetadata().getName(),
                    object.getMetadata().getResourceVersion()));
    assertThat(versions).hasSizeGreaterThan(30);
    return versions;
  }
}
