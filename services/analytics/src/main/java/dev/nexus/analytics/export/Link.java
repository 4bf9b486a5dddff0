package dev.nexus.analytics.export;

/**
 * Where an export can be fetched, with the same token (protocol 3.7).
 *
 * @param downloadUrl relative to this host
 * @param expiresAt RFC 3339
 */
record Link(String downloadUrl, String expiresAt) {}
