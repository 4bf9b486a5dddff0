package dev.nexus.ai.catalogue;

/**
 * Something a domain can do.
 *
 * @param type an open word such as {@code search}
 * @param description what it does
 */
public record Capability(String type, Localized description) {}
