package dev.nexus.common.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.ErrorCode;
import dev.nexus.common.error.NexusException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a request's JSON body (protocol 1.3). Every field may be absent.
 *
 * @param requestId version 4 UUID, lower case
 * @param protocolVersion the protocol version the client speaks
 * @param clientId at most 100 characters
 * @param customHeaders hints of protocol 1.4; unknown keys pass through
 */
public record RequestMetadata(
    Optional<String> requestId,
    Optional<String> protocolVersion,
    Optional<String> clientId,
    Map<String, String> customHeaders) {

  /** Metadata of a request that sent none. */
  public static final RequestMetadata NONE =
      new RequestMetadata(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  private static final Pattern UUID_V4 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Set<String> CLIENT_TYPES = Set.of("web", "mobile", "sdk", "api", "desktop");

  /** Whether the text is a version 4 UUID, in lower or upper case. */
  public static boolean isRequestId(String text) {
    return UUID_V4.matcher(text.toLowerCase(java.util.Locale.ROOT)).matches();
  }

  /**
   * Whether an object named {@code metadata} is request metadata rather than a resource's own map
   * (protocol 1.2).
   */
  public static boolean isRequestMetadata(@Nullable JsonNode node) {
    return node != null
        && node.isObject()
        && (node.has("request_id") || node.has("protocol_version") || node.has("client_version"));
  }

  /**
   * Reads and checks the metadata of a body.
   *
   * @throws NexusException a validation error that names the first malformed field
   */
  public static RequestMetadata from(@Nullable JsonNode node) {
    if (node == null || !node.isObject()) {
      return NONE;
    }
    Map<String, String> headers = customHeaders(node.path("custom_headers"));
    if (!isRequestMetadata(node)) {
      return new RequestMetadata(Optional.empty(), Optional.empty(), Optional.empty(), headers);
    }
    Optional<String> requestId = text(node, "request_id");
    check(requestId.map(RequestMetadata::isRequestId), "request_id", CommonError.VALIDATION_FAILED);
    Optional<String> protocol = text(node, "protocol_version");
    check(protocol.map(RequestMetadata::isSemver), "protocol_version", CommonError.INVALID_FORMAT);
    check(
        text(node, "client_version").map(RequestMetadata::isSemver),
        "client_version",
        CommonError.VALIDATION_FAILED);
    check(
        text(node, "client_type").map(CLIENT_TYPES::contains),
        "client_type",
        CommonError.INVALID_VALUE);
    Optional<String> clientId = text(node, "client_id");
    check(clientId.map(id -> id.length() <= 100), "client_id", CommonError.FIELD_TOO_LONG);
    JsonNode timestamp = node.path("timestamp");
    if (!timestamp.isMissingNode() && !timestamp.isNull()) {
      check(
          Optional.of(timestamp.isNumber() && timestamp.asDouble() >= 0),
          "timestamp",
          CommonError.VALIDATION_FAILED);
    }
    return new RequestMetadata(
        requestId.map(id -> id.toLowerCase(java.util.Locale.ROOT)), protocol, clientId, headers);
  }

  private static boolean isSemver(String text) {
    return ProtocolVersion.parse(text).isPresent();
  }

  private static void check(Optional<Boolean> valid, String field, ErrorCode code) {
    if (!valid.orElse(true)) {
      throw new NexusException(code, "metadata." + field + " is malformed")
          .field("metadata." + field);
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() || value.asText().isEmpty()
        ? Optional.empty()
        : Optional.of(value.asText());
  }

  private static Map<String, String> customHeaders(JsonNode node) {
    Map<String, String> headers = new HashMap<>();
    node.properties().forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
    return Map.copyOf(headers);
  }
}
