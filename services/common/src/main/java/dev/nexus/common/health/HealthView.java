package dev.nexus.common.health;

/**
 * Body of {@code GET /health}.
 *
 * @param status {@code healthy}
 * @param timestamp RFC 3339
 * @param version version of the server build
 */
public record HealthView(String status, String timestamp, String version) {}
