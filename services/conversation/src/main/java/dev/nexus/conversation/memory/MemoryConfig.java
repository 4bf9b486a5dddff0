package dev.nexus.conversation.memory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a conversation the assistant is told. */
@ConfigMapping(prefix = "nexus.conversation.memory")
public interface MemoryConfig {

  /** Tokens, as estimated; the system prompt counts. */
  @WithDefault("4000")
  int maxTokens();

  /** Messages that are looked at. */
  @WithDefault("50")
  int maxMessages();
}
