package dev.nexus.batch.item;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What items inherit from their batch where they say nothing themselves (protocol 5.1).
 *
 * @param timeoutMs 1..120000
 * @param maxResultsPerDomain 1..50
 * @param parallelExecution whether domains are asked side by side
 * @param includeWebSearch whether the web is searched
 * @param customHeaders hints of the batch's metadata (protocol 1.4)
 */
public record ItemDefaults(
    OptionalInt timeoutMs,
    OptionalInt maxResultsPerDomain,
    Optional<Boolean> parallelExecution,
    Optional<Boolean> includeWebSearch,
    Map<String, String> customHeaders) {

  public static final ItemDefaults NONE =
      new ItemDefaults(
          OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), Map.of());

  public ItemDefaults {
    customHeaders = Map.copyOf(customHeaders);
  }
}
