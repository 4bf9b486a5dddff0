package dev.nexus.webhook.registration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What receivers can be told of, in the two vocabularies of protocol 5.2. Names are stored and
 * delivered as the client spelled them.
 */
public enum EventKind {
  TEMPLATE_COMPLETED("template.completed", "template_executed"),
  TEMPLATE_FAILED("template.failed", "error_occurred"),
  BATCH_COMPLETED("batch.completed", "batch_completed"),
  BATCH_FAILED("batch.failed", "error_occurred");

  private final String dotted;
  private final String underscored;

  EventKind(String dotted, String underscored) {
    this.dotted = dotted;
    this.underscored = underscored;
  }

  /** The name in the older vocabulary, shared by the two failures. */
  public String underscored() {
    return underscored;
  }

  /** Whether the name is one of this kind. */
  public boolean isNamed(String name) {
    return dotted.equals(name) || underscored.equals(name);
  }

  /** Whether the name is in either vocabulary. */
  public static boolean isKnown(String name) {
    return names().contains(name);
  }

  /** Every name that may be subscribed to. */
  public static List<String> names() {
    return Arrays.stream(values())
        .flatMap(kind -> Stream.of(kind.dotted, kind.underscored))
        .distinct()
        .toList();
  }
}
