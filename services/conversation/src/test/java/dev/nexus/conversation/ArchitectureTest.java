package dev.nexus.conversation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nexus.common.testing.ArchitectureRules;

@AnalyzeClasses(
    packages = "dev.nexus.conversation",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule MEMORY_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("..memory..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.net..", "jakarta.ws.rs..", "dev.nexus.common..")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule THE_ASSISTANT_KNOWS_NO_DATABASE =
      noClasses()
          .that()
          .resideInAnyPackage("..assistant..", "..memory..", "..input..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.agroal..", "..conversation.database..");

  @ArchTest
  static final ArchRule PEERS_ARE_CALLED_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..assistant..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.nexus.common.peer..");
}
