package dev.nexus.ai.catalogue;

import java.util.List;

/**
 * A field of knowledge that queries are routed to (protocol 4.10).
 *
 * @param id snake case
 * @param name for people
 * @param type one of the contract's types, or {@code custom}
 * @param priority 0..100, decides between equally confident domains
 * @param keywords what a query about it says, in any language
 * @param capabilities what it can do
 * @param topics built-in content
 */
public record Domain(
    String id,
    Localized name,
    String type,
    int priority,
    List<String> keywords,
    List<Capability> capabilities,
    List<Topic> topics) {

  public Domain {
    keywords = List.copyOf(keywords);
    capabilities = List.copyOf(capabilities);
    topics = List.copyOf(topics);
  }
}
