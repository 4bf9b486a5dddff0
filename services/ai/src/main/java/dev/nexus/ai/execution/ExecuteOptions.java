package dev.nexus.ai.execution;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of an execution (protocol 4.3).
 *
 * @param timeoutMs 0..120000; 0 or absent is {@value #DEFAULT_TIMEOUT_MS}
 * @param maxResultsPerDomain 0..50; 0 or absent is {@value #DEFAULT_RESULTS}
 * @param parallelExecution absent is true
 * @param includeWebSearch absent is true
 */
public record ExecuteOptions(
    @Min(0) @Max(120_000) @Nullable Integer timeoutMs,
    @Min(0) @Max(50) @Nullable Integer maxResultsPerDomain,
    @Nullable Boolean parallelExecution,
    @Nullable Boolean includeWebSearch) {

  static final ExecuteOptions DEFAULTS = new ExecuteOptions(null, null, null, null);

  private static final int DEFAULT_TIMEOUT_MS = 30_000;
  private static final int DEFAULT_RESULTS = 5;

  Duration timeout() {
    return Duration.ofMillis(orDefault(timeoutMs, DEFAULT_TIMEOUT_MS));
  }

  int resultsPerDomain() {
    return orDefault(maxResultsPerDomain, DEFAULT_RESULTS);
  }

  boolean parallel() {
    return parallelExecution == null || parallelExecution;
  }

  boolean webSearch() {
    return includeWebSearch == null || includeWebSearch;
  }

  private static int orDefault(@Nullable Integer given, int standard) {
    return given == null || given == 0 ? standard : given;
  }
}
