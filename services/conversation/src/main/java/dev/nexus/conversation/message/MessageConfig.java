package dev.nexus.conversation.message;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of messages. */
@ConfigMapping(prefix = "nexus.conversation.message")
public interface MessageConfig {

  /** Characters of a message. */
  @WithDefault("10000")
  int maxContent();

  /** Size of a message's metadata, as JSON. */
  @WithDefault("16K")
  MemorySize maxMetadata();

  /** Messages of a conversation, answers included. */
  @WithDefault("10000")
  int maxPerConversation();

  /** Latest messages that are shown with a conversation; its history has them all. */
  @WithDefault("1000")
  int maxShown();

  /** Size of the latest messages that are shown with a conversation. */
  @WithDefault("4M")
  MemorySize maxShownSize();
}
