package dev.nexus.analytics.fact;

import java.util.Locale;
import java.util.Set;

/** What an event is to the statistics (protocol 5.4). */
public enum EventKind {
  /**
   * A template execution: {@code template_executed}, {@code template_completed} or {@code
   * template_failed}, with an underscore or a dot.
   */
  EXECUTION,
  /** Something a user did: {@code user_action}. */
  ACTION,
  /** Any other event that tells a response time or a domain. */
  REQUEST,
  OTHER;

  private static final Set<String> EXECUTIONS =
      Set.of("template_executed", "template_completed", "template_failed");

  static EventKind of(String eventType, boolean requestLike) {
    String name = spelling(eventType);
    if (EXECUTIONS.contains(name)) {
      return EXECUTION;
    }
    if (name.equals("user_action")) {
      return ACTION;
    }
    return requestLike ? REQUEST : OTHER;
  }

  static String spelling(String eventType) {
    return eventType.strip().toLowerCase(Locale.ROOT).replace('.', '_');
  }
}
