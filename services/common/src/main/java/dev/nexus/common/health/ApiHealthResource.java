package dev.nexus.common.health;

import dev.nexus.common.Release;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * The system endpoints below the API's prefix. A class of its own, because JAX-RS chooses the class
 * by the longest path before it looks at methods.
 */
@Path("/api/v1")
@PermitAll
@RunOnVirtualThread
public class ApiHealthResource {

  private final HealthResource root;
  private final Release release;

  ApiHealthResource(HealthResource root, Release release) {
    this.root = root;
    this.release = release;
  }

  /** The process answers. */
  @GET
  @Path("health")
  public HealthView health() {
    return root.health();
  }

  /** The process has what it needs. */
  @GET
  @Path("ready")
  public Response ready() {
    return root.ready();
  }

  /** What runs here. */
  @GET
  @Path("version")
  public VersionView version() {
    return new VersionView(
        release.protocol(),
        release.version(),
        "v1",
        new VersionView.BuildInfo(release.commit(), release.time()));
  }
}
