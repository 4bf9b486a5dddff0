package dev.nexus.common.envelope;

/**
 * How an answer relates to the cache (protocol 1.7).
 *
 * @param cacheHit whether the answer came from the cache
 * @param cacheKey the key, at most 255 characters
 * @param cacheTtl seconds the answer may be kept, 0..86400
 */
public record CacheInfo(boolean cacheHit, String cacheKey, int cacheTtl) {}
