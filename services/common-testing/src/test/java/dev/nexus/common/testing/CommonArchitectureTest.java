package dev.nexus.common.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;

/** services/common obeys the services' rules and knows no database. */
@AnalyzeClasses(
    packages = "dev.nexus.common",
    importOptions = {ImportOption.DoNotIncludeTests.class, CommonArchitectureTest.OnlyCommon.class})
class CommonArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule COMMON_KNOWS_NO_DATABASE =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");

  /** It has no tests of its own in whose folder the rules would find them. */
  @ArchTest
  static void commonsSourcesObeyTheRules(JavaClasses classes) {
    Path sources = Path.of("../common/src/main/java");
    SourceRules.filesAreSmall(sources);
    SourceRules.methodsAreShort(sources);
    SourceRules.packagesSayWhatLivesThere(sources);
  }

  static final class OnlyCommon implements ImportOption {
    @Override
    public boolean includes(com.tngtech.archunit.core.importer.Location location) {
      return !location.contains("/testing/");
    }
  }
}
