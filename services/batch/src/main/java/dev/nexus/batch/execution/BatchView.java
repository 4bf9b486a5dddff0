package dev.nexus.batch.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch on the wire (protocol 3.4).
 *
 * @param batchId the client's id or ours
 * @param status where it stands
 * @param responses one ExecuteTemplateResponse per item, in the order of the request
 * @param batchMetadata figures
 * @param legacy the same in the legacy words, for a request that came in them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
    String batchId,
    BatchState status,
    List<JsonNode> responses,
    BatchMetadata batchMetadata,
    @JsonUnwrapped @Nullable LegacyResults legacy) {}
