package dev.nexus.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

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

  @ArchTest
  static void methodsAreShort(JavaClasses classes) {
    methodsAreShort(OWN);
  }

  @ArchTest
  static void packagesSayWhatLivesThere(JavaClasses classes) {
    packagesSayWhatLivesThere(OWN);
  }

  static void filesAreSmall(Path sources) {
    List<Path> files = files(sources);
    List<Integer> lengths = files.stream().map(SourceRules::length).sorted().toList();
    assertThat(lengths.get(lengths.size() / 2)).as("median of the files").isLessThanOrEqualTo(60);
    assertThat(p95(lengths)).as("p95 of the files").isLessThanOrEqualTo(250);
    assertThat(files).as("files that are too long").noneMatch(file -> length(file) > 400);
  }

  static void methodsAreShort(Path sources) {
    List<Integer> lengths = methodLengths(files(sources));
    assertThat(p95(lengths)).as("p95 of the methods").isLessThanOrEqualTo(25);
  }

  static void packagesSayWhatLivesThere(Path sources) {
    assertThat(files(sources).stream().map(Path::getParent).distinct())
        .allSatisfy(
            folder ->
                assertThat(folder.resolve("package-info.java"))
                    .content()
                    .startsWith("/**")
                    .contains("\n@NullMarked\n"));
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

  private static List<Integer> methodLengths(List<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      List<Integer> lengths = new ArrayList<>();
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new TreeScanner<Void, List<Integer>>() {
          @Override
          public Void visitMethod(MethodTree method, List<Integer> found) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            found.add((int) (last - first + 1));
            return super.visitMethod(method, found);
          }
        }.scan(unit, lengths);
      }
      return lengths.stream().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceRules() {}
}
