package dev.nexus.batch.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Options of a batch: those of an execution (protocol 4.3) and those of the legacy and the
 * documentation site's forms (protocol 3.4). For numbers 0 stands for absent.
 *
 * @param timeoutMs in {@code batch_options} the time of each item, in {@code options} of the batch
 * @param maxResultsPerDomain for items that do not say
 * @param parallelExecution for items that do not say, and whether items run side by side
 * @param includeWebSearch for items that do not say
 * @param parallel whether items run side by side
 * @param stopOnError whether nothing more is begun after an item has failed; absent is false
 * @param maxConcurrency items side by side; the server's own bound holds as well
 */
public record BatchOptions(
    @Min(0) @Max(120_000) @Nullable Integer timeoutMs,
    @Min(0) @Max(50) @Nullable Integer maxResultsPerDomain,
    @Nullable Boolean parallelExecution,
    @Nullable Boolean includeWebSearch,
    @Nullable Boolean parallel,
    @Nullable Boolean stopOnError,
    @Min(0) @Max(100) @Nullable Integer maxConcurrency) {

  static final BatchOptions NONE = new BatchOptions(null, null, null, null, null, null, null);
}
