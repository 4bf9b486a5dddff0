package dev.nexus.operator.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The committed OLM bundle says what the CRD and the install manifests say; {@code make bundle}
 * writes it.
 */
class BundleTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path BUNDLE = ROOT.resolve("bundle");
  private static final Path INSTALL = ROOT.resolve("operator/install");
  private static final Path CRD = ROOT.resolve("crds/nexusplatforms.platform.nexus.dev-v1.yml");
  private static final Path SAMPLE = ROOT.resolve("samples/development/platform.yaml");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  @Test
  void theCommittedBundleIsMadeFromTheInstallation() throws IOException {
    Map<Path, String> files = bundle();
    if (Boolean.getBoolean("nexus.bundle.update")) {
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue());
      }
    }
    for (Map.Entry<Path, String> file : files.entrySet()) {
      assertThat(file.getKey()).as("run `make bundle` and commit").hasContent(file.getValue());
    }
    try (var committed = Files.walk(BUNDLE)) {
      assertThat(committed.filter(Files::isRegularFile)).hasSameSizeAs(files.keySet());
    }
  }

  private static Map<Path, String> bundle() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    files.put(
        BUNDLE.resolve("manifests/nexus-operator.clusterserviceversion.yaml"),
        YAML.writeValueAsString(clusterServiceVersion()));
    files.put(
        BUNDLE.resolve("manifests/nexusplatforms.platform.nexus.dev.crd.yaml"),
        Files.readString(CRD));
    files.put(
        BUNDLE.resolve("metadata/annotations.yaml"),
        """
        annotations:
          operators.operatorframework.io.bundle.mediatype.v1: registry+v1
          operators.operatorframework.io.bundle.manifests.v1: manifests/
          operators.operatorframework.io.bundle.metadata.v1: metadata/
          operators.operatorframework.io.bundle.package.v1: nexus-operator
          operators.operatorframework.io.bundle.channels.v1: alpha
          operators.operatorframework.io.bundle.channel.default.v1: alpha
        """);
    files.put(
        BUNDLE.resolve("Dockerfile"),
        """
        FROM scratch
        LABEL operators.operatorframework.io.bundle.mediatype.v1=registry+v1
        LABEL operators.operatorframework.io.bundle.manifests.v1=manifests/
        LABEL operators.operatorframework.io.bundle.metadata.v1=metadata/
        LABEL operators.operatorframework.io.bundle.package.v1=nexus-operator
        LABEL operators.operatorframework.io.bundle.channels.v1=alpha
        LABEL operators.operatorframework.io.bundle.channel.default.v1=alpha
        COPY manifests /manifests/
        COPY metadata /metadata/
        """);
    return files;
  }

  private static ObjectNode clusterServiceVersion() throws IOException {
    ObjectNode csv =
        (ObjectNode)
            YAML.readTree(INSTALL.resolve("olm/clusterserviceversion.yaml").toFile()).deepCopy();
    JsonNode deployment = documents(INSTALL.resolve("deployment.yaml")).getFirst();
    JsonNode container = deployment.at("/spec/template/spec/containers/0");
    String image = container.get("image").asText();
    String version = image.substring(image.lastIndexOf(':') + 1);
    ObjectNode metadata = (ObjectNode) csv.get("metadata");
    metadata.put("name", "nexus-operator.v" + version);
    ((ObjectNode) metadata.get("annotations"))
        .put("containerImage", image)
        .put("alm-examples", "[%s]".formatted(documents(SAMPLE).getFirst().toPrettyString()));
    ObjectNode spec = (ObjectNode) csv.get("spec");
    spec.put("version", version);
    spec.putObject("customresourcedefinitions").putArray("owned").add(owned());
    ObjectNode install = spec.putObject("install").put("strategy", "deployment").putObject("spec");
    install.putArray("clusterPermissions").add(permissions("ClusterRole"));
    install.putArray("permissions").add(permissions("Role"));
    ObjectNode wanted = install.putArray("deployments").addObject();
    wanted.set("name", deployment.at("/metadata/name"));
    wanted.set("label", deployment.at("/metadata/labels"));
    wanted.set("spec", deployment.get("spec"));
    spec.putArray("relatedImages").addObject().put("name", "operator").put("image", image);
    return csv;
  }

  private static ObjectNode owned() throws IOException {
    JsonNode crd = YAML.readTree(CRD.toFile());
    ObjectNode owned = YAML.createObjectNode();
    owned.set("name", crd.at("/metadata/name"));
    owned.set("kind", crd.at("/spec/names/kind"));
    owned.set("version", crd.at("/spec/versions/0/name"));
    owned.put("displayName", "Nexus Platform");
    owned.put("description", "One whole install of the platform.");
    return owned;
  }

  private static ObjectNode permissions(String kind) throws IOException {
    for (JsonNode document : documents(INSTALL.resolve("rbac.yaml"))) {
      if (kind.equals(document.path("kind").asText())) {
        ObjectNode permissions = YAML.createObjectNode();
        permissions.put("serviceAccountName", "nexus-operator");
        permissions.set("rules", (ArrayNode) document.get("rules"));
        return permissions;
      }
    }
    throw new IllegalStateException("rbac.yaml has no " + kind);
  }

  private static List<JsonNode> documents(Path file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      values.forEachRemaining(documents::add);
    }
    return documents;
  }
}
