package dev.nexus.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.Installation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the planner makes of a platform, case by case: {@code in-platform.yaml} and {@code
 * in-cluster.yaml} in, a file per stage out. {@code -Dnexus.golden.update=true} writes the files.
 */
class DesiredTest {

  private static final Path CASES = Path.of("src/test/resources/desired");
  private static final boolean UPDATE = Boolean.getBoolean("nexus.golden.update");
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  /**
   * What surrounds the platform.
   *
   * @param apis APIs of other operators
   * @param secrets Secrets by name, decoded
   */
  record Surroundings(Set<ExternalApi> apis, Map<String, Map<String, String>> secrets) {}

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void plansWhatTheFilesSay(Path folder) throws IOException {
    Plan plan = Planner.plan(inputs(folder));
    Set<String> expected = new TreeSet<>(Set.of("in-platform.yaml", "in-cluster.yaml"));
    for (Stage stage : plan.stages()) {
      if (!stage.objects().isEmpty()) {
        Path file = folder.resolve(fileOf(stage));
        expected.add(file.getFileName().toString());
        compare(file, text(stage));
      }
    }
    assertThat(files(folder)).as("stray or missing files in %s", folder).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyObjectIsNamedLabelledAndOwned(Path folder) throws IOException {
    assertThat(Planner.plan(inputs(folder)).objects())
        .isNotEmpty()
        .allSatisfy(DesiredTest::isNamedLabelledAndOwned);
  }

  private static void isNamedLabelledAndOwned(HasMetadata object) {
    assertThat(object.getMetadata().getNamespace()).isEqualTo("shop");
    assertThat(object.getMetadata().getName()).startsWith("nexus");
    assertThat(object.getMetadata().getOwnerReferences()).hasSize(1);
    assertThat(object.getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/instance", "nexus")
        .containsEntry("app.kubernetes.io/part-of", "nexus-platform")
        .containsEntry("app.kubernetes.io/managed-by", "nexus-operator")
        .containsKeys("app.kubernetes.io/name", "app.kubernetes.io/component");
  }

  static Inputs inputs(Path folder) throws IOException {
    NexusPlatform platform =
        YAML.unmarshal(Files.readString(folder.resolve("in-platform.yaml")), NexusPlatform.class);
    platform.getMetadata().setUid("0f6d3c1e-5a51-4b8e-9f61-2d9f0b6a7c11");
    Surroundings around =
        YAML.unmarshal(Files.readString(folder.resolve("in-cluster.yaml")), Surroundings.class);
    return new Inputs(
        platform,
        new Installation(
            "2.0.0",
            "registry.example.com/nexus",
            Optional.empty(),
            "redis.example.com/redis:7",
            Optional.empty(),
            "nexus-system",
            "monitoring"),
        around.apis() == null ? EnumSet.noneOf(ExternalApi.class) : around.apis(),
        Objects.requireNonNullElse(around.secrets(), Map.of()));
  }

  private static String fileOf(Stage stage) {
    return "out-" + stage.name().name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
  }

  private static String text(Stage stage) {
    return stage.objects().stream().map(YAML::asYaml).collect(Collectors.joining());
  }

  private static void compare(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.writeString(file, actual);
    }
    assertThat(file).exists().hasContent(actual);
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
