package dev.nexus.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.conversation.assistant.AssistantConfig;
import dev.nexus.conversation.lifecycle.LifecycleConfig;
import dev.nexus.conversation.memory.MemoryConfig;
import dev.nexus.conversation.message.MessageConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

  @Test
  void hasDefaultsThatNeedNoConfiguration() {
    SmallRyeConfig config = read(Map.of());
    LifecycleConfig lifecycle = config.getConfigMapping(LifecycleConfig.class);
    assertThat(lifecycle.maxPerOwner()).isEqualTo(10_000);
    assertThat(lifecycle.maxSystemPrompt()).isEqualTo(10_000);
    assertThat(lifecycle.maxContext().asLongValue()).isEqualTo(16_384);
    assertThat(lifecycle.archiveAfter()).isEqualTo(Duration.ofDays(180));
    assertThat(lifecycle.deleteAfter()).isEqualTo(Duration.ofDays(365));
    assertThat(lifecycle.forgetAfter()).isEqualTo(Duration.ofDays(395));
    MessageConfig message = config.getConfigMapping(MessageConfig.class);
    assertThat(message.maxContent()).isEqualTo(10_000);
    assertThat(message.maxMetadata().asLongValue()).isEqualTo(16_384);
    assertThat(message.maxPerConversation()).isEqualTo(10_000);
    assertThat(message.maxShown()).isEqualTo(1_000);
    assertThat(message.maxShownSize().asLongValue()).isEqualTo(4_194_304);
    MemoryConfig memory = config.getConfigMapping(MemoryConfig.class);
    assertThat(memory.maxTokens()).isEqualTo(4_000);
    assertThat(memory.maxMessages()).isEqualTo(50);
    AssistantConfig assistant = config.getConfigMapping(AssistantConfig.class);
    assertThat(assistant.budget()).isEqualTo(Duration.ofSeconds(21));
    assertThat(assistant.maxResults()).isEqualTo(5);
    assertThat(assistant.maxReply()).isEqualTo(10_000);
  }

  @Test
  void readsTheKeysOfConversations() {
    LifecycleConfig lifecycle =
        read(Map.of(
                "nexus.conversation.lifecycle.max-per-owner", "1",
                "nexus.conversation.lifecycle.max-system-prompt", "2",
                "nexus.conversation.lifecycle.max-context", "3K",
                "nexus.conversation.lifecycle.archive-after", "4d",
                "nexus.conversation.lifecycle.delete-after", "5d",
                "nexus.conversation.lifecycle.forget-after", "6d"))
            .getConfigMapping(LifecycleConfig.class);
    assertThat(lifecycle.maxPerOwner()).isEqualTo(1);
    assertThat(lifecycle.maxSystemPrompt()).isEqualTo(2);
    assertThat(lifecycle.maxContext().asLongValue()).isEqualTo(3_072);
    assertThat(lifecycle.archiveAfter()).isEqualTo(Duration.ofDays(4));
    assertThat(lifecycle.deleteAfter()).isEqualTo(Duration.ofDays(5));
    assertThat(lifecycle.forgetAfter()).isEqualTo(Duration.ofDays(6));
  }

  @Test
  void readsTheKeysOfMessages() {
    MessageConfig message =
        read(Map.of(
                "nexus.conversation.message.max-content", "1",
                "nexus.conversation.message.max-metadata", "2K",
                "nexus.conversation.message.max-per-conversation", "3",
                "nexus.conversation.message.max-shown", "4",
                "nexus.conversation.message.max-shown-size", "5K"))
            .getConfigMapping(MessageConfig.class);
    assertThat(message.maxContent()).isEqualTo(1);
    assertThat(message.maxMetadata().asLongValue()).isEqualTo(2_048);
    assertThat(message.maxPerConversation()).isEqualTo(3);
    assertThat(message.maxShown()).isEqualTo(4);
    assertThat(message.maxShownSize().asLongValue()).isEqualTo(5_120);
  }

  @Test
  void readsTheKeysOfAnswers() {
    SmallRyeConfig config =
        read(
            Map.of(
                "nexus.conversation.memory.max-tokens", "1",
                "nexus.conversation.memory.max-messages", "2",
                "nexus.conversation.assistant.budget", "3s",
                "nexus.conversation.assistant.max-results", "4",
                "nexus.conversation.assistant.max-reply", "5"));
    MemoryConfig memory = config.getConfigMapping(MemoryConfig.class);
    assertThat(memory.maxTokens()).isEqualTo(1);
    assertThat(memory.maxMessages()).isEqualTo(2);
    AssistantConfig assistant = config.getConfigMapping(AssistantConfig.class);
    assertThat(assistant.budget()).isEqualTo(Duration.ofSeconds(3));
    assertThat(assistant.maxResults()).isEqualTo(4);
    assertThat(assistant.maxReply()).isEqualTo(5);
  }

  private static SmallRyeConfig read(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withMapping(LifecycleConfig.class)
        .withMapping(MessageConfig.class)
        .withMapping(MemoryConfig.class)
        .withMapping(AssistantConfig.class)
        .withValidateUnknown(false)
        .build();
  }
}
