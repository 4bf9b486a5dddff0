package dev.nexus.batch.item;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is asked for one item, unchecked: the ai service knows what a query may be.
 *
 * @param operationId the client's number for it
 * @param type {@value #EXECUTE_TEMPLATE}; anything else is refused when its turn comes
 * @param request body of the execution as it came
 */
public record Task(int operationId, String type, JsonNode request) {

  public static final String EXECUTE_TEMPLATE = "execute_template";
}
