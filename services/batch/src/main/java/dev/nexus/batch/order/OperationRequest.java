package dev.nexus.batch.order;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An item in the legacy form (protocol 3.4).
 *
 * @param id the client's number for it, echoed; its place, counted from 1, when absent
 * @param type absent is {@code execute_template}
 * @param request body of the execution
 */
public record OperationRequest(
    @Nullable Integer id, @Nullable String type, @Nullable JsonNode request) {

  static final OperationRequest EMPTY = new OperationRequest(null, null, null);
}
