package dev.nexus.common.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error, {@code {"error": {…}}} (protocol 2.1).
 *
 * @param error what went wrong
 */
public record ErrorBody(ErrorDetail error) {

  /**
   * What went wrong.
   *
   * @param code the code, {@code [A-Z_]+}
   * @param type the code's type
   * @param message for people, 1..1000 characters
   * @param field dotted path of the wrong field, at most 100 characters
   * @param details more for people, at most 5000 characters
   * @param metadata string values only; {@code request_id} always
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ErrorDetail(
      String code,
      String type,
      String message,
      @Nullable String field,
      @Nullable String details,
      Map<String, String> metadata) {}
}
