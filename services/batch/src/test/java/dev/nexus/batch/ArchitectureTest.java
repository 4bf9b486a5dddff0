package dev.nexus.batch;

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

@AnalyzeClasses(packages = "dev.nexus.batch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule ORDERS_ARE_PURE =
      noClasses()
          .that()
          .resideInAPackage("..order..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "java.net..",
              "java.nio.file..",
              "jakarta.ws.rs..",
              "dev.nexus.common.peer..")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule ONLY_EXECUTION_KNOWS_THE_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..execution..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.agroal..");

  @ArchTest
  static final ArchRule ONLY_ITEMS_CALL_PEERS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..item..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.nexus.common.peer..");

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
