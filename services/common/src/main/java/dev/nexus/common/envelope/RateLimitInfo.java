package dev.nexus.common.envelope;

/**
 * A rate limit as the caller sees it (protocol 1.7).
 *
 * @param limit requests per minute
 * @param remaining requests left now
 * @param resetAt when the limit is whole again, Unix seconds
 */
public record RateLimitInfo(int limit, int remaining, long resetAt) {}
