package dev.nexus.operator.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
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
    List<String> lines = generate().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(" +properties:")) {
        String indent = " ".repeat(lines.get(i).indexOf('p') + 2);
        assertDescribed(lines, i + 1, indent);
      }
    }
    assertThat(lines).anyMatch(line -> line.matches(" +properties:"));
  }

  private static void assertDescribed(List<String> lines, int from, String indent) {
    for (int i = from; i < lines.size() && lines.get(i).startsWith(indent); i++) {
      boolean field = lines.get(i).matches(indent + "[A-Za-z]+:");
      if (field && !List.of("spec:", "status:").contains(lines.get(i).strip())) {
        assertThat(lines.get(i + 1).strip()).as(lines.get(i)).startsWith("description:");
      }
    }
  }

  private String generate() throws IOException {
    new CRDGenerator()
        .customResourceClasses(NexusPlatform.class)
        .forCRDVersions("v1")
        .inOutputDir(generated.toFile())
        .withImplicitPreserveUnknownFields(false)
        .withMinQuotes(true)
        .withPostProcessor(new ColumnsInOrder())
        .detailedGenerate();
    return Files.readString(generated.resolve(FILE));
  }

  /** The generator sorts columns by their path; people read them in this order. */
  private static final class ColumnsInOrder implements CRDPostProcessor {
    @Override
    public HasMetadata process(HasMetadata crd, String crdVersion) {
      ((CustomResourceDefinition) crd)
          .getSpec()
          .getVersions()
          .forEach(
              version ->
                  version
                      .getAdditionalPrinterColumns()
                      .sort(Comparator.comparing(column -> COLUMNS.indexOf(column.getName()))));
      return crd;
    }
  }
}
