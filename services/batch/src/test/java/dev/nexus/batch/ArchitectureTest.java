package dev.nexus.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nexus.common.testing.ArchitectureRules;

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
}
