package dev.nexus.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nexus.common.testing.ArchitectureRules;

/** The gateway obeys the services' rules, and stays a proxy. */
@AnalyzeClasses(
    packages = "dev.nexus.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule REQUESTS_PASS_NO_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "com.fasterxml.jackson..", "java.sql..")
          .as("The gateway is no REST application and reads no bodies");

  @ArchTest
  static final ArchRule TARGETS_AND_ROUTES_ARE_PURE =
      noClasses()
          .that()
          .resideInAPackage("dev.nexus.gateway.path")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "io.quarkus..", "jakarta..");

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gateway.edge")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.nexus.gateway.edge");
}
