package dev.nexus.batch.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.ErrorType;
import dev.nexus.common.error.NexusException;
import org.jspecify.annotations.Nullable;

/**
 * Why an item has no answer, in the words of protocol 2.2.
 *
 * @param code the code
 * @param type the code's type
 * @param message for people, 1..1000 characters
 * @param field what is wrong in the item's request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemError(String code, String type, String message, @Nullable String field) {

  private static final int LONGEST = 1_000;

  /** The batch's time was over before the item had its answer. */
  public static final ItemError LATE =
      of(CommonError.TIMEOUT, "The item did not finish within the time of the batch");

  /** The batch was cancelled before the item had its answer. */
  public static final ItemError CANCELLED =
      of(CommonError.RESOURCE_CONFLICT, "The batch was cancelled before the item finished");

  /** {@code stop_on_error} was asked for. */
  public static final ItemError SKIPPED =
      processing("The item was not executed because another one failed");

  /** The process that ran the batch is gone and nobody took over. */
  public static final ItemError INTERRUPTED =
      processing("The batch was interrupted before the item finished");

  /** Something of ours is broken; the log tells what. */
  public static final ItemError INTERNAL = of(CommonError.INTERNAL_ERROR, "Internal error");

  public ItemError {
    message = message.substring(0, Math.min(LONGEST, message.length()));
  }

  static ItemError of(CommonError code, String message) {
    return new ItemError(code.name(), code.type().name(), message, null);
  }

  static ItemError of(NexusException error) {
    return new ItemError(
        error.code().name(),
        error.code().type().name(),
        String.valueOf(error.getMessage()),
        error.field().orElse(null));
  }

  /** An execution that ended without success. */
  public static ItemError processing(String message) {
    return new ItemError("PROCESSING_ERROR", ErrorType.INTERNAL_ERROR.name(), message, null);
  }

  /** Whether the item may have an answer when it is tried again: the fault is not its own. */
  boolean mayPass() {
    return code.equals(CommonError.SERVICE_UNAVAILABLE.name())
        || code.equals(CommonError.EXTERNAL_SERVICE_ERROR.name());
  }

  /** The status of an execution that ended so (protocol 4.1). */
  public String executionStatus() {
    return code.equals(CommonError.TIMEOUT.name()) ? "timeout" : "failed";
  }
}
