package dev.nexus.operator.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The local cluster with the platform that {@code make up} has installed. */
final class LocalCluster implements AutoCloseable {

  static final String NAMESPACE = "nexus";
  static final String PLATFORM = "nexus";
  static final String OPERATOR_NAMESPACE = "nexus-system";
  static final String GATEWAY = "http://127.0.0.1:8080";
  static final List<String> SERVICES =
      List.of("gateway", "ai", "batch", "webhook", "analytics", "conversation", "auth");

  private static final String API_VERSION = "platform.nexus.dev/v1alpha1";

  private final KubernetesClient client;

  LocalCluster() {
    try {
      Config config = Config.fromKubeconfig(Files.readString(root().resolve("build/kubeconfig")));
      client = new KubernetesClientBuilder().withConfig(config).build();
    } catch (IOException e) {
      throw new UncheckedIOException("run `make up` first", e);
    }
  }

  static Path root() {
    return Path.of("").toAbsolutePath().getParent().getParent();
  }

  KubernetesClient client() {
    return client;
  }

  static String object(String service) {
    return PLATFORM + "-" + service;
  }

  /** The platform as it is now. */
  GenericKubernetesResource platform(String namespace) {
    return client
        .genericKubernetesResources(API_VERSION, "NexusPlatform")
        .inNamespace(namespace)
        .withName(PLATFORM)
        .require();
  }

  /** Changes the platform by a JSON merge patch. */
  void patch(String patch) {
    client.resource(platform(NAMESPACE)).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  /** Waits until the platform is Ready as its present spec wants it. */
  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(5))
        .untilAsserted(
            () -> {
              GenericKubernetesResource platform = platform(NAMESPACE);
              assertThat(platform.<Number>get("status", "observedGeneration"))
                  .extracting(Number::longValue)
                  .isEqualTo(platform.getMetadata().getGeneration());
              assertThat(condition(NAMESPACE, "Ready"))
                  .as(message(NAMESPACE, "Ready"))
                  .isEqualTo("True");
            });
  }

  Deployment deployment(String service) {
    return client.apps().deployments().inNamespace(NAMESPACE).withName(object(service)).require();
  }

  /** The pod of a service that has one. */
  Pod pod(String service) {
    return client
        .pods()
        .inNamespace(NAMESPACE)
        .withLabel("app.kubernetes.io/component", service)
        .list()
        .getItems()
        .getFirst();
  }

  /** An access token of the first administrator. */
  String administratorToken() {
    String admin = PLATFORM + "-admin";
    return given()
        .baseUri(GATEWAY)
        .contentType("application/json")
        .body(Map.of("email", secret(admin, "username"), "password", secret(admin, "password")))
        .post("/api/v1/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .path("data.access_token");
  }

  /** A request through the gateway as the first administrator. */
  RequestSpecification asAdministrator() {
    return given().baseUri(GATEWAY).basePath("/api/v1").auth().oauth2(administratorToken());
  }

  /** Lets 127.0.0.1:8080 lead to a gateway that was made anew. */
  static void expose() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                root().resolve("cluster/expose").toString(),
                "8080",
                NAMESPACE + "/" + object("gateway") + ":8080")
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  /** A command in the node's network, which policies let through to every pod. */
  static Process onTheNode(String... command) throws IOException {
    return new ProcessBuilder(
            Stream.concat(Stream.of("nsenter", "--net=/run/netns/nexus"), Stream.of(command))
                .toList())
        .redirectErrorStream(true)
        .start();
  }

  /** The status of one of the platform's conditions, or an empty text. */
  String condition(String namespace, String type) {
    return conditions(namespace).stream()
        .filter(condition -> type.equals(condition.get("type")))
        .map(condition -> String.valueOf(condition.get("status")))
        .findFirst()
        .orElse("");
  }

  /** Message of one of the platform's conditions, or an empty text. */
  String message(String namespace, String type) {
    return conditions(namespace).stream()
        .filter(condition -> type.equals(condition.get("type")))
        .map(condition -> String.valueOf(condition.get("message")))
        .findFirst()
        .orElse("");
  }

  private List<Map<String, Object>> conditions(String namespace) {
    List<Map<String, Object>> conditions = platform(namespace).get("status", "conditions");
    return conditions == null ? List.of() : conditions;
  }

  /** Objects of a kind in the platform's namespace. */
  List<? extends HasMetadata> all(String apiVersion, String kind) {
    return client
        .genericKubernetesResources(apiVersion, kind)
        .inNamespace(NAMESPACE)
        .list()
        .getItems();
  }

  /** A decoded key of a Secret in the platform's namespace. */
  String secret(String name, String key) {
    Secret secret = client.secrets().inNamespace(NAMESPACE).withName(name).require();
    return new String(
        Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
  }

  /** Lines of the API server's audit log from the given one on. */
  static List<String> auditFrom(long line) {
    try (var lines = Files.lines(auditLog())) {
      return lines.skip(line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long auditLines() {
    return auditFrom(0).size();
  }

  private static Path auditLog() {
    return Path.of(System.getProperty("user.home"), ".cache/nexus-cluster/run/nexus/audit.log");
  }

  @Override
  public void close() {
    client.close();
  }
}
