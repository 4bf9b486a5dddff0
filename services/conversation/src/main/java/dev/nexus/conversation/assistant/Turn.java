package dev.nexus.conversation.assistant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.conversation.memory.ContextWindow;
import java.util.UUID;

/**
 * What is to be answered.
 *
 * @param conversationId the conversation
 * @param question the user's words
 * @param window what was said before, the question last
 * @param context what the client knows about its user
 * @param credentials for whom the assistant works
 * @param deadline until when a reply is of use
 */
public record Turn(
    UUID conversationId,
    String question,
    ContextWindow window,
    ObjectNode context,
    Credentials credentials,
    Deadline deadline) {}
