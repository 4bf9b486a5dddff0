package dev.nexus.conversation.message;

import dev.nexus.conversation.assistant.Credentials;
import dev.nexus.conversation.assistant.Deadline;
import dev.nexus.conversation.lifecycle.Owner;
import java.util.Optional;

/**
 * The request that sends a message.
 *
 * @param owner who sends it
 * @param requestKey tells a repeat of the request, if it can be told
 * @param credentials for the assistant to work with
 * @param deadline until when the client waits for the answer
 */
record Sender(
    Owner owner, Optional<String> requestKey, Credentials credentials, Deadline deadline) {}
