/** Who answers the user: the port, and the AI service behind it (protocol 3.3, 4.5). */
@NullMarked
package dev.nexus.conversation.assistant;

import org.jspecify.annotations.NullMarked;
