package dev.nexus.batch.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.batch.item.ItemError;
import dev.nexus.common.envelope.ResponseMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the legacy form of a batch answers (protocol 3.4).
 *
 * @param results one per operation, in their order
 * @param total how many
 * @param successful how many of them were
 * @param failed how many were not
 * @param totalTimeMs ms
 * @param responseMetadata the envelope's metadata once more
 */
public record LegacyResults(
    List<Result> results,
    int total,
    int successful,
    int failed,
    int totalTimeMs,
    ResponseMetadata responseMetadata) {

  /**
   * What came of an operation.
   *
   * @param operationId the client's number for it
   * @param success whether it was successful
   * @param data ExecuteTemplateResponse, if it was
   * @param error why it was not
   * @param executionTimeMs ms
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      int operationId,
      boolean success,
      @Nullable JsonNode data,
      @Nullable ItemError error,
      int executionTimeMs) {}
}
