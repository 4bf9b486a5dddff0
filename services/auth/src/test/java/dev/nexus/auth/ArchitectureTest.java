package dev.nexus.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nexus.common.testing.ArchitectureRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.nexus.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule KEYCLOAK_IS_CALLED_FROM_ONE_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("..auth.keycloak..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("HttpClient");

  @Test
  void filesAreSmall() {
    List<Long> lines = lengths();
    assertThat(lines.get(lines.size() / 2)).as("median").isLessThanOrEqualTo(60);
    assertThat(lines.get(lines.size() * 95 / 100)).as("p95").isLessThanOrEqualTo(250);
    assertThat(lines.getLast()).as("longest").isLessThanOrEqualTo(400);
  }

  private static List<Long> lengths() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ArchitectureTest::length)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long length(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
