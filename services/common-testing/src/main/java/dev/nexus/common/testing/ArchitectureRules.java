package dev.nexus.common.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;

/** Rules that hold in every service; a module's ArchitectureTest includes them. */
public final class ArchitectureRules {

  @ArchTest static final ArchTests SOURCES = ArchTests.in(SourceRules.class);

  @ArchTest
  static final ArchRule FIELDS_ARE_NOT_INJECTED =
      fields()
          .should()
          .notBeAnnotatedWith(Inject.class)
          .as("Collaborators come by the constructor")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NAMES_SAY_SOMETHING =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Base|Constants)")
          .as("A name says what the thing is");

  @ArchTest
  static final ArchRule PACKAGES_SAY_SOMETHING =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..utils..",
              "..helper..",
              "..model..",
              "..dto..",
              "..mapper..",
              "..impl..",
              "..exception..",
              "..constants..",
              "..manager..");

  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("dev.nexus.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TIME_IS_A_CLOCK =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .as("Time is a Clock");

  private ArchitectureRules() {}
}
