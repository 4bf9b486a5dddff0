package dev.nexus.auth.input;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads text fields of a body. Clients write null and "" for absent (protocol 1.9). */
public final class Texts {

  private Texts() {}

  /** The text without space around it; empty when absent or blank. */
  public static Optional<String> optional(String field, @Nullable String text, int max) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String stripped = text.strip();
    if (stripped.codePointCount(0, stripped.length()) > max) {
      throw wrong(CommonError.FIELD_TOO_LONG, field, "may have " + max + " characters");
    }
    if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      throw wrong(CommonError.INVALID_FORMAT, field, "must not hold control characters");
    }
    return Optional.of(stripped);
  }

  /** The same for a field that must be there. */
  public static String required(String field, @Nullable String text, int max) {
    return optional(field, text, max).orElseThrow(() -> missing(field));
  }

  /** A secret exactly as it was sent, with the space around it. */
  public static String secret(String field, @Nullable String text, int max) {
    if (text == null || text.isEmpty()) {
      throw missing(field);
    }
    if (text.length() > max) {
      throw wrong(CommonError.FIELD_TOO_LONG, field, "may have " + max + " characters");
    }
    return text;
  }

  /** A validation error that names the field. */
  public static NexusException wrong(CommonError code, String field, String problem) {
    return new NexusException(code, field + " " + problem).field(field);
  }

  private static NexusException missing(String field) {
    return wrong(CommonError.VALIDATION_FAILED, field, "is required");
  }
}
