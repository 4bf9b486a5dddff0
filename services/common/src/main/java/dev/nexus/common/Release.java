package dev.nexus.common;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this build is, as told by {@code /api/v1/version}, every envelope and every header. */
@ConfigMapping(prefix = "nexus.release")
public interface Release {

  /** Version of the server build, semver. Filled by the build. */
  String version();

  /** Version of Nexus Protocol that is spoken here, semver. */
  @WithDefault("2.0.0")
  String protocol();

  /** Commit that was built, or {@code unknown}. */
  @WithDefault("unknown")
  String commit();

  /** Time of the build, RFC 3339. */
  String time();
}
