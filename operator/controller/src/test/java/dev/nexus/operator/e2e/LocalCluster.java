package dev.nexus.operator.e2e;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

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
