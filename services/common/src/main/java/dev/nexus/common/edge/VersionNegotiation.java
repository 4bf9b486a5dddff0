package dev.nexus.common.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.common.Release;
import dev.nexus.common.envelope.ProtocolVersion;
import dev.nexus.common.envelope.RequestMetadata;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Version negotiation (protocol 1.6): the query beats the header, the header beats the body. */
@ApplicationScoped
public class VersionNegotiation {

  private static final String QUERY = "protocol_version";

  private final Release release;
  private final ProtocolVersion server;

  VersionNegotiation(Release release) {
    this.release = release;
    this.server = ProtocolVersion.parse(release.protocol()).orElseThrow();
  }

  /**
   * Checks the version in the query or else in the header.
   *
   * @throws NexusException when it is malformed or not served
   */
  public void check(RoutingContext routing) {
    @Nullable String query = routing.queryParams().get(QUERY);
    if (query != null) {
      check(query, QUERY);
      return;
    }
    @Nullable String header = routing.request().getHeader(Headers.PROTOCOL_VERSION);
    if (header != null) {
      check(header, Headers.PROTOCOL_VERSION);
    }
  }

  /** Checks the version in the body, unless query or header named one. */
  void checkBody(RoutingContext routing, ObjectNode body, RequestMetadata metadata) {
    if (routing.queryParams().contains(QUERY)
        || routing.request().getHeader(Headers.PROTOCOL_VERSION) != null) {
      return;
    }
    metadata
        .protocolVersion()
        .ifPresentOrElse(
            version -> check(version, "metadata.protocol_version"),
            () ->
                Optional.ofNullable(body.get(QUERY))
                    .filter(node -> node.isTextual())
                    .ifPresent(node -> check(node.asText(), QUERY)));
  }

  private void check(String version, String field) {
    ProtocolVersion client =
        ProtocolVersion.parse(version)
            .orElseThrow(
                () ->
                    new NexusException(
                            CommonError.INVALID_FORMAT,
                            "A protocol version is MAJOR.MINOR.PATCH, for example "
                                + release.protocol())
                        .field(field));
    if (!client.isServedBy(server)) {
      throw new NexusException(
              CommonError.PROTOCOL_VERSION_MISMATCH, "Protocol version not supported")
          .details("client " + version + ", server " + release.protocol())
          .metadata("client_version", version)
          .metadata("server_version", release.protocol())
          .metadata("supported_versions", server.range());
    }
  }
}
