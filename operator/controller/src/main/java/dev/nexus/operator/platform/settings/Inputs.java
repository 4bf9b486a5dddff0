package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.external.ExternalApi;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a reconcile knows, gathered once; nothing after it reads anything.
 *
 * @param platform the platform as it is in the cluster
 * @param installation what the operator's own installation contributes
 * @param apis APIs of other operators that the cluster serves
 * @param secrets decoded Secrets by name, of those in {@link SecretNeeds}; missing ones are absent
 */
public record Inputs(
    NexusPlatform platform,
    Installation installation,
    Set<ExternalApi> apis,
    Map<String, Map<String, String>> secrets) {

  /** A key of a Secret, when both are there. */
  public Optional<String> secret(String name, String key) {
    @Nullable Map<String, String> keys = secrets.get(name);
    return keys == null ? Optional.empty() : Optional.ofNullable(keys.get(key));
  }

  /** Never prints the secrets. */
  @Override
  public String toString() {
    return "Inputs[" + platform.getMetadata().getName() + ", apis=" + apis + "]";
  }
}
