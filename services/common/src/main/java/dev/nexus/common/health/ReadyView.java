package dev.nexus.common.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nexus.common.error.ErrorBody.ErrorDetail;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code GET /ready}.
 *
 * @param status {@code ready} or {@code not_ready}
 * @param timestamp RFC 3339
 * @param checks component to {@code ok} or what is wrong; plain strings
 * @param components component to its state
 * @param capacity what the process can take, measured
 * @param error why it is not ready; present with status 503 only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadyView(
    String status,
    String timestamp,
    Map<String, String> checks,
    Map<String, ComponentView> components,
    CapacityView capacity,
    @Nullable ErrorDetail error) {}
