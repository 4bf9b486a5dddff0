package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.Component;
import dev.nexus.operator.platform.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a reconcile found after it had applied what it could.
 *
 * @param settings what the spec resolved to
 * @param problems what is missing around the platform
 * @param stages how far each stage is
 * @param components the platform's parts
 */
public record Observation(
    Settings settings,
    List<Problem> problems,
    Map<StageName, Progress> stages,
    List<Component> components) {

  /** How far a stage is. */
  public Progress of(StageName stage) {
    return Objects.requireNonNull(stages.get(stage));
  }
}
