package dev.nexus.batch.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a batch (protocol 3.4). Once it has ended, successful and failed add up to the total.
 *
 * @param totalRequests how many items
 * @param successfulRequests completed or partial so far
 * @param failedRequests ended without success so far
 * @param startedAt Unix seconds
 * @param completedAt Unix seconds, once ended
 * @param totalProcessingTimeMs ms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchMetadata(
    int totalRequests,
    int successfulRequests,
    int failedRequests,
    long startedAt,
    @Nullable Long completedAt,
    int totalProcessingTimeMs) {}
