package dev.nexus.ai.execution;

import dev.nexus.common.envelope.CacheInfo;
import dev.nexus.common.envelope.QuotaInfo;

/**
 * An execution with what its answer tells about cache and quota.
 *
 * @param execution the execution, ended or, for an impatient repeat, still in progress
 * @param cache how the cache was used
 * @param quota the owner's quota of today
 */
record Outcome(Execution execution, CacheInfo cache, QuotaInfo quota) {}
