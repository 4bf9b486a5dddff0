package dev.nexus.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.operator.apiserver.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the CRD takes and what it refuses: its CEL rules run only in an API server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrdIT {

  private static final Path FIXTURES = Path.of("src/test/resources/crd");
  private static final Path CRD = Path.of("../../crds/nexusplatforms.platform.nexus.dev-v1.yml");
  private static final Pattern EXPECTED = Pattern.compile("# expect: (.*)");

  private final ApiServer server = new ApiServer();
  private final KubernetesClient client = server.client();

  @AfterAll
  void stop() {
    server.close();
  }

  @AfterEach
  void clear() {
    client
        .genericKubernetesResources("platform.nexus.dev/v1alpha1", "NexusPlatform")
        .inNamespace("default")
        .delete();
  }

  static List<Path> valid() throws IOException {
    try (Stream<Path> samples = Files.walk(Path.of("../../samples"));
        Stream<Path> golden = Files.walk(Path.of("src/test/resources/desired"))) {
      return Stream.concat(
              fixtures("valid-").stream(),
              Stream.concat(
                  samples.filter(file -> file.endsWith("platform.yaml")),
                  golden.filter(file -> file.endsWith("in-platform.yaml"))))
          .toList();
    }
  }

  static List<Path> invalid() throws IOException {
    return fixtures("invalid-");
  }

  private static List<Path> fixtures(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void takes(Path file) {
    assertThatCode(() -> apply(file)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesAndSaysWhy(Path file) throws IOException {
    String message =
        EXPECTED.matcher(Files.readString(file)).results().findFirst().orElseThrow().group(1);
    assertThatThrownBy(() -> apply(file))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyRuleHasAFixtureThatBreaksIt() throws IOException {
    List<String> broken =
        invalid().stream()
            .map(CrdIT::read)
            .flatMap(text -> EXPECTED.matcher(text).results().map(result -> result.group(1)))
            .toList();
    CustomResourceDefinition crd =
        client.getKubernetesSerialization().unmarshal(read(CRD), CustomResourceDefinition.class);
    Set<String> rules =
        crd.getSpec().getVersions().stream()
            .flatMap(version -> messages(version.getSchema().getOpenAPIV3Schema()))
            .collect(Collectors.toSet());
    assertThat(rules).isNotEmpty();
    assertThat(rules)
        .allSatisfy(rule -> assertThat(broken).anyMatch(message -> rule.contains(message)));
  }

  private static Stream<String> messages(JSONSchemaProps schema) {
    Stream<String> own =
        schema.getXKubernetesValidations() == null
            ? Stream.empty()
            : schema.getXKubernetesValidations().stream().map(ValidationRule::getMessage);
    Stream<JSONSchemaProps> inner =
        Stream.concat(
            schema.getProperties() == null
                ? Stream.empty()
                : schema.getProperties().values().stream(),
            schema.getItems() == null ? Stream.empty() : Stream.of(schema.getItems().getSchema()));
    return Stream.concat(own, inner.flatMap(CrdIT::messages));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Documents after the first update what those before have made. */
  private void apply(Path file) {
    byte[] yaml = read(file).getBytes(StandardCharsets.UTF_8);
    for (HasMetadata object : client.load(new ByteArrayInputStream(yaml)).items()) {
      object.getMetadata().setNamespace("default");
      client.resource(object).serverSideApply();
    }
  }
}
