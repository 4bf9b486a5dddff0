package dev.nexus.ai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nexus.common.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.nexus.ai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule ANALYSIS_RANKING_AND_WORKFLOW_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage("..analysis..", "..ranking..", "..workflow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..", "jakarta.ws.rs..")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "getenv");

  @ArchTest
  static final ArchRule ONLY_EXECUTION_KNOWS_THE_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..execution..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.agroal..");
}
