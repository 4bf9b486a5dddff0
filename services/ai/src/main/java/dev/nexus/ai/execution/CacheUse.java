package dev.nexus.ai.execution;

import dev.nexus.ai.composition.CacheHints;

/**
 * How a request uses the cache.
 *
 * @param hints what it wants
 * @param shownKey the key that it is told
 * @param key the same, bound to the owner: nobody reads another's answers
 */
record CacheUse(CacheHints hints, String shownKey, String key) {}
