package dev.nexus.batch.execution;

import dev.nexus.common.envelope.CacheInfo;
import dev.nexus.common.envelope.QuotaInfo;

/**
 * What a request for a batch is answered.
 *
 * @param report the batch, ended or, for an impatient repeat, still in progress
 * @param cache how its items used the cache
 * @param quota the owner's quota of today
 */
record Answer(Report report, CacheInfo cache, QuotaInfo quota) {}
