package dev.nexus.common.envelope;

/**
 * How much of a quota is used (protocol 1.7).
 *
 * @param quotaUsed used so far, in the quota's unit
 * @param quotaLimit the bound, in the quota's unit
 * @param quotaType {@code requests}, {@code data}, {@code storage} or {@code bandwidth}
 */
public record QuotaInfo(long quotaUsed, long quotaLimit, String quotaType) {}
