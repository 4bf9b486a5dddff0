package dev.nexus.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.nexus.common.testing.ArchitectureRules;

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
}
