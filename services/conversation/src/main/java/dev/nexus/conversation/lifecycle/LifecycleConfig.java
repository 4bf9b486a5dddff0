package dev.nexus.conversation.lifecycle;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of conversations. Ages count from a conversation's last activity. */
@ConfigMapping(prefix = "nexus.conversation.lifecycle")
public interface LifecycleConfig {

  /** Conversations one user may have, the deleted ones not counted. */
  @WithDefault("10000")
  int maxPerOwner();

  /** Characters of a system prompt. */
  @WithDefault("10000")
  int maxSystemPrompt();

  /** Size of a conversation's context, as JSON. */
  @WithDefault("16K")
  MemorySize maxContext();

  /** Age at which a conversation takes no more messages. */
  @WithDefault("180d")
  Duration archiveAfter();

  /** Age at which its texts are erased. */
  @WithDefault("365d")
  Duration deleteAfter();

  /** Age at which it is forgotten altogether. */
  @WithDefault("395d")
  Duration forgetAfter();
}
