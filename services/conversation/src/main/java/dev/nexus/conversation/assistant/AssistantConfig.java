package dev.nexus.conversation.assistant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the AI service is asked. */
@ConfigMapping(prefix = "nexus.conversation.assistant")
public interface AssistantConfig {

  /**
   * From the arrival of a message to its answer. Clients give up after 30 s and send again, so it
   * stays well below (protocol 2.4), with room for a slow last byte.
   */
  @WithDefault("21s")
  Duration budget();

  /** Results that a reply tells. */
  @WithDefault("5")
  int maxResults();

  /** Characters of a reply. */
  @WithDefault("10000")
  int maxReply();
}
