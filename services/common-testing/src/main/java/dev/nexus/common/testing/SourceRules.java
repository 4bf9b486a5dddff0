package dev.nexus.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules of the source files, which classes do not show. {@link ArchitectureRules} has them for the
 * module in whose folder the tests run.
 */
final class SourceRules {

  private static final Path OWN = Path.of("src/main/java");

  @ArchTest
  static void filesAreSmall(JavaClasses classes) {
    filesAreSmall(OWN);
  }

  static void filesAreSmall(Path sources) {
    List<Path> files = files(sources);
    List<Integer> lengths = files.stream().map(SourceRules::length).sorted().toList();
    assertThat(lengths.get(lengths.size() / 2)).as("median of the files").isLessThanOrEqualTo(60);
    assertThat(p95(lengths)).as("p95 of the files").isLessThanOrEqualTo(250);
    assertThat(files).as("files that are too long").noneMatch(file -> length(file) > 400);
  }

  private static int p95(List<Integer> sorted) {
    return sorted.get(sorted.size() * 95 / 100);
  }

  private static List<Path> files(Path sources) {
    try (Stream<Path> all = Files.walk(sources)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int length(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceRules() {}
}
