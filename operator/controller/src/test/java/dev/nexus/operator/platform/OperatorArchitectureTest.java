package dev.nexus.operator.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.inject.Inject;
import java.util.Set;

/** The rules that keep the operator's core pure and its rooms apart. */
@AnalyzeClasses(
    packages = "dev.nexus.operator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class OperatorArchitectureTest {

  private static final Set<String> PURE_CLASSES =
      Set.of(
          "Planner",
          "Plan",
          "Stage",
          "StageName",
          "Rules",
          "Problem",
          "Readiness",
          "Progress",
          "Fields",
          "StatusFactory",
          "EffectiveView",
          "Components",
          "Observation",
          "ConfigHash",
          "GeneratedSecret",
          "SecretNeeds");

  private static final DescribedPredicate<JavaClass> PURE =
      DescribedPredicate.describe(
          "in the pure core",
          type ->
              type.getPackageName()
                      .matches(
                          "dev\\.nexus\\.operator\\.(catalog|naming|condition|external.*|platform\\.desired|platform\\.settings)")
                  || PURE_CLASSES.contains(outermost(type).getSimpleName()));

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  private static final DescribedPredicate<JavaAccess<?>> IMPURE =
      DescribedPredicate.describe(
          "read a clock, the environment, a random number, a file or the network",
          access -> {
            String owner = access.getTargetOwner().getFullName();
            String call = owner + "." + access.getTarget().getName();
            return owner.matches(
                    "java\\.(io\\.File.*|nio\\.file\\..*|net\\.(http\\..*|Socket.*|URL))")
                || owner.matches("java\\.(util|security)\\..*Random")
                || access.getTargetOwner().isAssignableTo(KubernetesClient.class)
                || call.matches("java\\.time\\.[A-Za-z]+\\.now")
                || call.matches("java\\.time\\.Clock\\.system.*")
                || call.matches(
                    "java\\.lang\\.System\\.(getenv|getProperty|currentTimeMillis|nanoTime)")
                || call.equals("java.util.UUID.randomUUID");
          });

  @ArchTest
  static final ArchRule THE_CORE_IS_PURE =
      noClasses().that(PURE).should().accessTargetWhere(IMPURE);

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_ONLY_ITSELF =
      noClasses()
          .that(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.javaoperatorsdk..", "io.quarkus..", "jakarta..", "io.micrometer..");

  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("dev.nexus.operator.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule FIELDS_ARE_NOT_INJECTED =
      fields().should().notBeAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule NAMES_SAY_SOMETHING =
      classes()
          .should()
          .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Base|Constants|Data|Info)");

  @ArchTest
  static final ArchRule NO_SERVICE_IS_KNOWN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.nexus.common..", "dev.nexus.gateway..", "dev.nexus.auth..");
}
