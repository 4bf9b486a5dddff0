package dev.nexus.batch.item;

import dev.nexus.common.envelope.RequestMetadata;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.util.Optional;

/** What can be told of an item without asking the ai service. */
final class TaskRules {

  private TaskRules() {}

  /** Why the item cannot be executed, if it cannot. */
  static Optional<ItemError> refusal(Task task) {
    if (!task.type().equals(Task.EXECUTE_TEMPLATE)) {
      return Optional.of(
          error(
              CommonError.INVALID_VALUE,
              "Only operations of type "
                  + Task.EXECUTE_TEMPLATE
                  + " are executed here; send events to /api/v1/analytics/events",
              "type"));
    }
    if (!task.request().isObject()) {
      return Optional.of(
          error(CommonError.VALIDATION_FAILED, "The request must be a JSON object", "request"));
    }
    try {
      RequestMetadata.from(task.request().get("metadata"));
      return Optional.empty();
    } catch (NexusException malformed) {
      return Optional.of(ItemError.of(malformed));
    }
  }

  private static ItemError error(CommonError code, String message, String field) {
    return ItemError.of(new NexusException(code, message).field(field));
  }
}
