package dev.nexus.batch.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Items of a batch (protocol 3.4).
 *
 * @param operations those of the page, in their order
 * @param total how many the batch has
 * @param limit most of a page
 * @param offset how many come before the page
 */
public record OperationList(List<Operation> operations, int total, int limit, int offset) {

  /**
   * An item.
   *
   * @param operationId the client's number for it, or its place counted from 1
   * @param status {@code pending}, {@code in_progress}, {@code completed} or {@code failed}
   * @param request as it came
   * @param response ExecuteTemplateResponse
   */
  public record Operation(int operationId, String status, JsonNode request, JsonNode response) {}
}
