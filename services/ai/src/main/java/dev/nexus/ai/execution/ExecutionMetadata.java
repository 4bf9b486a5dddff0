package dev.nexus.ai.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of an execution (protocol 4.5); not the envelope's metadata.
 *
 * @param startedAt Unix seconds
 * @param completedAt Unix seconds, once ended
 * @param totalTimeMs ms
 * @param domainStats results by domain
 * @param domainsExecuted how many domains were asked
 * @param resultsCount results over all domains
 * @param provider who answered; {@code offline} without a configured AI provider
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutionMetadata(
    long startedAt,
    @Nullable Long completedAt,
    long totalTimeMs,
    Map<String, Integer> domainStats,
    int domainsExecuted,
    int resultsCount,
    @Nullable String provider) {}
