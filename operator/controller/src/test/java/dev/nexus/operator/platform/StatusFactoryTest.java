package dev.nexus.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.operator.api.v1alpha1.Component;
import dev.nexus.operator.api.v1alpha1.Condition;
import dev.nexus.operator.api.v1alpha1.NexusPlatformStatus;
import dev.nexus.operator.api.v1alpha1.Phase;
import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.Settings;
import dev.nexus.operator.platform.settings.SettingsResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusFactoryTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Inputs inputs = inputs();
  private final Settings settings = SettingsResolver.resolve(inputs);

  private static Inputs inputs() {
    try {
      return DesiredTest.inputs(Path.of("src/test/resources/desired/development"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private NexusPlatformStatus status(
      @Nullable NexusPlatformStatus before, List<Problem> problems, Map<StageName, Progress> odd) {
    Map<StageName, Progress> stages = new EnumMap<>(StageName.class);
    for (StageName stage : StageName.values()) {
      stages.put(stage, odd.getOrDefault(stage, Progress.READY));
    }
    return status(before, new Observation(settings, problems, stages, List.of(ai(1))));
  }

  private static NexusPlatformStatus status(
      @Nullable NexusPlatformStatus before, Observation found) {
    return StatusFactory.from(before, 7, found, NOW);
  }

  private static Component ai(int ready) {
    return new Component("ai", "Deployment", ready, 1, "2.0.0", null);
  }

  private static Condition condition(NexusPlatformStatus status, String type) {
    return Objects.requireNonNull(status.conditions()).stream()
        .filter(condition -> condition.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isReadyWhenEveryStageIs() {
    NexusPlatformStatus status = status(null, List.of(), Map.of());
    assertThat(status.phase()).isEqualTo(Phase.Ready);
    assertThat(status.conditions())
        .filteredOn(c -> !List.of("Progressing", "Degraded").contains(c.type()))
        .allSatisfy(c -> assertThat(c.status()).as(c.type()).isEqualTo("True"));
    assertThat(Objects.requireNonNull(status.version()).current()).isEqualTo("2.0.0");
    assertThat(status.observedGeneration()).isEqualTo(7);
  }

  @Test
  void namesTheFirstThingThatIsWaitedFor() {
    NexusPlatformStatus status =
        status(
            null,
            List.of(),
            Map.of(
                StageName.POSTGRES, new Progress.Waiting("for the database"),
                StageName.AUTH, new Progress.Waiting("for auth")));
    assertThat(status.phase()).isEqualTo(Phase.Provisioning);
    assertThat(condition(status, "Ready").message()).isEqualTo("for the database");
    assertThat(condition(status, "PostgresReady").status()).isEqualTo("False");
    assertThat(condition(status, "RedisReady").status()).isEqualTo("True");
    assertThat(condition(status, "Progressing").status()).isEqualTo("True");
  }

  @Test
  void putsAFailureBeforeWhatMerelyWaits() {
    NexusPlatformStatus status =
        status(
            null,
            List.of(),
            Map.of(
                StageName.POSTGRES, new Progress.Waiting("for the database"),
                StageName.MIGRATIONS, new Progress.Failed("MigrationFailed", "read its log")));
    assertThat(condition(status, "Ready").reason()).isEqualTo("MigrationFailed");
  }

  @Test
  void isNotDegradedWhileARolloutKeepsItsPods() {
    NexusPlatformStatus ran = status(null, List.of(), Map.of());
    NexusPlatformStatus status =
        status(ran, List.of(), Map.of(StageName.SERVICES, new Progress.Waiting("for ai")));
    assertThat(status.phase()).isEqualTo(Phase.Provisioning);
    assertThat(condition(status, "Ready").status()).isEqualTo("False");
    assertThat(condition(status, "Degraded").status()).isEqualTo("False");
  }

  @Test
  void isDegradedWhenAPodThatRanRunsNoMore() {
    NexusPlatformStatus ran = status(null, List.of(), Map.of());
    Map<StageName, Progress> stages = new EnumMap<>(StageName.class);
    for (StageName stage : StageName.values()) {
      stages.put(stage, Progress.READY);
    }
    stages.put(StageName.SERVICES, new Progress.Waiting("for ai"));
    NexusPlatformStatus status =
        status(ran, new Observation(settings, List.of(), stages, List.of(ai(0))));
    assertThat(status.phase()).isEqualTo(Phase.Degraded);
    assertThat(condition(status, "Degraded").status()).isEqualTo("True");
    assertThat(Objects.requireNonNull(status.version()).current()).isEqualTo("2.0.0");
  }

  @Test
  void aMissingOperatorIsNamedWithTheRemedy() {
    Problem missing =
        new Problem.MissingApi(ExternalApi.CNPG, StageName.POSTGRES, "spec.postgres.external");
    NexusPlatformStatus status =
        status(
            null,
            List.of(missing),
            Map.of(StageName.POSTGRES, new Progress.Waiting(missing.message())));
    assertThat(status.phase()).isEqualTo(Phase.Pending);
    assertThat(condition(status, "DependenciesAvailable").status()).isEqualTo("False");
    assertThat(condition(status, "Ready").message())
        .isEqualTo(
            "The CRD clusters.postgresql.cnpg.io is missing: install CloudNativePG, or set spec.postgres.external");
  }

  @Test
  void anUnchangedFindingGivesAnEqualStatus() {
    NexusPlatformStatus first = status(null, List.of(), Map.of());
    assertThat(status(first, List.of(), Map.of())).isEqualTo(first);
  }
}
