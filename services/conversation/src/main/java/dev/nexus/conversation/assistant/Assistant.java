package dev.nexus.conversation.assistant;

/** Who answers the user. */
public interface Assistant {

  /** The reply to a turn; one that could not be given is a {@link Reply.Failed}, never thrown. */
  Reply reply(Turn turn);
}
