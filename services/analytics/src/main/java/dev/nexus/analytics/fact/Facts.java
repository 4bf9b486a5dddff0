package dev.nexus.analytics.fact;

import java.util.List;
import java.util.Optional;

/**
 * What an event tells. All but the kind may be untold. The protocol does not say how; these are the
 * properties of the event's {@code data} that count, the first that is there and makes sense.
 *
 * @param kind what the event is
 * @param succeeded {@code success}; else {@code status}: {@code completed}, {@code partial}, {@code
 *     success}, {@code succeeded} or {@code ok} is true, {@code failed}, {@code failure}, {@code
 *     error}, {@code timeout} or {@code cancelled} is false, anything else is untold; an execution
 *     without either has succeeded unless its type says failed
 * @param responseMs ms: {@code response_time_ms}, {@code processing_time_ms}, {@code
 *     total_time_ms}, {@code duration_ms} or {@code latency_ms}, a number of at least 0
 * @param results {@code results_count}, {@code result_count} or {@code total_results}, a number; or
 *     {@code results}, a number or an array
 * @param executionId {@code execution_id}, a text
 * @param domains {@code domain} or {@code domain_id}, a text; or {@code domains}, an array of texts
 *     or of objects with a {@code domain_id}; at most 20, each of at most 100 characters
 * @param cacheHit {@code cache_hit}, true or false
 * @param relevance {@code relevance_score} or {@code relevance}, a number of 0..1
 */
public record Facts(
    EventKind kind,
    Optional<Boolean> succeeded,
    Optional<Double> responseMs,
    Optional<Integer> results,
    Optional<String> executionId,
    List<String> domains,
    Optional<Boolean> cacheHit,
    Optional<Double> relevance) {}
