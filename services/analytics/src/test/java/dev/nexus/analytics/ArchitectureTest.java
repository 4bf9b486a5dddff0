package dev.nexus.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nexus.common.testing.ArchitectureRules;

@AnalyzeClasses(
    packages = "dev.nexus.analytics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule FACTS_ARE_PURE =
      noClasses()
          .that()
          .resideInAPackage("..fact..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.io..", "jakarta..", "io.quarkus..");

  @ArchTest
  static final ArchRule CONNECTIONS_ARE_BORROWED_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..analytics.database..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.agroal..", "javax.sql..");
}
