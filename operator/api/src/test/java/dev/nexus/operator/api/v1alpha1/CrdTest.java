package dev.nexus.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed CRD is what the records say; {@code make crds} writes it. */
class CrdTest {

  private static final String FILE = "nexusplatforms.platform.nexus.dev-v1.yml";
  private static final Path COMMITTED = Path.of("../../crds", FILE);

  private static final List<String> COLUMNS =
      List.of("Phase", "Version", "Ready", "Message", "Endpoint", "Age");

  @TempDir Path generated;

  @Test
  void theCommittedCrdIsGeneratedFromTheRecords() throws IOException {
    String crd = generate();
    if (Boolean.getBoolean("nexus.crds.update")) {
      Files.copy(generated.resolve(FILE), COMMITTED, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(COMMITTED).as("run `make crds` and commit").hasContent(crd);
  }

  @Test
  void everyFieldIsDescribed() throws IOException {
    CustomResourceDefinition crd =
        new KubernetesSerialization().unmarshal(generate(), CustomResourceDefinition.class);
    var root = crd.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
    assertThat(root.getProperties()).containsOnlyKeys("spec", "status");
    root.getProperties().forEach(CrdTest::assertFieldsDescribed);
  }

  private static void assertFieldsDescribed(String path, JSONSchemaProps schema) {
    fields(schema)
        .forEach(
            (name, field) -> {
              assertThat(field.getDescription()).as(path + "." + name).isNotBlank();
              assertFieldsDescribed(path + "." + name, field);
            });
  }

  private static Map<String, JSONSchemaProps> fields(JSONSchemaProps schema) {
    if (schema.getItems() != null) {
      return fields(schema.getItems().getSchema());
    }
    return schema.getProperties() == null ? Map.of() : schema.getProperties();
  }

  private String generate() throws IOException {
    new CRDGenerator()
        .customResourceClasses(NexusPlatform.class)
        .forCRDVersions("v1")
        .inOutputDir(generated.toFile())
        .withImplicitPreserveUnknownFields(false)
        .withMinQuotes(true)
        .withPostProcessor(new Finish())
        .detailedGenerate();
    return Files.readString(generated.resolve(FILE));
  }

  /** What the generator leaves undone: columns in reading order, descriptions of quantities. */
  private static final class Finish implements CRDPostProcessor {
    @Override
    public HasMetadata process(HasMetadata crd, String crdVersion) {
      for (var version : ((CustomResourceDefinition) crd).getSpec().getVersions()) {
        version
            .getAdditionalPrinterColumns()
            .sort(Comparator.comparing(column -> COLUMNS.indexOf(column.getName())));
        describeQuantities(version.getSchema().getOpenAPIV3Schema());
      }
      return crd;
    }

    private static void describeQuantities(JSONSchemaProps schema) {
      fields(schema)
          .forEach(
              (name, field) -> {
                if (Boolean.TRUE.equals(field.getXKubernetesIntOrString())) {
                  field.setDescription(QUANTITIES.get(name));
                }
                describeQuantities(field);
              });
    }

    private static final Map<String, String> QUANTITIES =
        Stream.of(ComputeAmount.class, StorageSpec.class)
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .filter(component -> component.getType() == Quantity.class)
            .collect(
                Collectors.toMap(
                    RecordComponent::getName,
                    component ->
                        component
                            .getAccessor()
                            .getAnnotation(JsonPropertyDescription.class)
                            .value()));
  }
}
