package dev.nexus.common.health;

/**
 * Body of {@code GET /api/v1/version}.
 *
 * @param protocolVersion protocol spoken here
 * @param serverVersion version of the server build
 * @param apiVersion {@code v1}
 * @param buildInfo what was built
 */
public record VersionView(
    String protocolVersion, String serverVersion, String apiVersion, BuildInfo buildInfo) {

  /**
   * What was built.
   *
   * @param gitCommit commit that was built
   * @param buildTime RFC 3339
   */
  public record BuildInfo(String gitCommit, String buildTime) {}
}
