package dev.nexus.common.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a response (protocol 1.7). Every number is a plain integer: clients fail on
 * fractions.
 *
 * @param requestId the request's id, a version 4 UUID
 * @param protocolVersion protocol spoken by the server, semver
 * @param serverVersion version of the server build, semver
 * @param timestamp time of the response, Unix seconds
 * @param processingTimeMs time since the request arrived, ms, at least 0
 * @param rateLimitInfo the caller's rate limit, when one was applied
 * @param cacheInfo whether and how the answer is cached, when it can be
 * @param quotaInfo the caller's quota, when one applies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResponseMetadata(
    String requestId,
    String protocolVersion,
    String serverVersion,
    long timestamp,
    int processingTimeMs,
    @Nullable RateLimitInfo rateLimitInfo,
    @Nullable CacheInfo cacheInfo,
    @Nullable QuotaInfo quotaInfo) {

  /** The same metadata with what the service knows about caching and quota. */
  public ResponseMetadata with(@Nullable CacheInfo cache, @Nullable QuotaInfo quota) {
    return new ResponseMetadata(
        requestId,
        protocolVersion,
        serverVersion,
        timestamp,
        processingTimeMs,
        rateLimitInfo,
        cache,
        quota);
  }
}
