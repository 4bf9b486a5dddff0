package dev.nexus.operator.platform;

import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a platform is to be made of.
 *
 * @param settings what it was made from
 * @param stages the steps in their order
 * @param incomplete what must appear before the rest can be planned; nothing is pruned until then
 */
public record Plan(Settings settings, List<Stage> stages, Optional<Blocked> incomplete) {

  /**
   * A stage that cannot be planned to its end yet.
   *
   * @param stage the stage that waits
   * @param message what it waits for
   */
  public record Blocked(StageName stage, String message) {}

  /** Every wanted object. */
  public Stream<HasMetadata> objects() {
    return stages.stream().flatMap(stage -> stage.objects().stream());
  }

  /** The objects of a stage. */
  public List<HasMetadata> of(StageName name) {
    return stages.stream()
        .filter(stage -> stage.name() == name)
        .flatMap(stage -> stage.objects().stream())
        .toList();
  }
}
