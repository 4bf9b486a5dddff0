package dev.nexus.conversation.assistant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What came back from the assistant; always has words for the user. */
public sealed interface Reply {

  /** For the user, never empty. */
  String text();

  /** More about it, free values. */
  ObjectNode metadata();

  /**
   * An answer.
   *
   * @param intent what the user was understood to want: the query type of protocol 4.1
   */
  record Answered(String text, Optional<String> intent, ObjectNode metadata) implements Reply {}

  /** That there is none; {@code metadata.error} has the code, the type and the message. */
  record Failed(String text, ObjectNode metadata) implements Reply {}
}
