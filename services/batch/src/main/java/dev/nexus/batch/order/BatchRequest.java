package dev.nexus.batch.order;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/batch/execute} (protocol 3.4), all shapes in one. Items stay as they
 * came: a bad one is that item's failure and never the batch's.
 *
 * @param batchId the client's own id; a UUID is made when it is absent
 * @param requests 1..100 bodies of template executions
 * @param operations the legacy form of the same, read when there are no requests
 * @param batchOptions options that items inherit
 * @param options how to run the batch: the legacy and the documentation site's form
 */
public record BatchRequest(
    @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*") @Nullable String batchId,
    @Nullable List<@Nullable JsonNode> requests,
    @Nullable List<@Nullable OperationRequest> operations,
    @Valid @Nullable BatchOptions batchOptions,
    @Valid @Nullable BatchOptions options) {}
