package dev.nexus.common.envelope;

/**
 * A success body, {@code {"metadata": …, "data": …}} (protocol 1.1).
 *
 * @param metadata about the answer
 * @param data the answer
 */
public record Envelope<T>(ResponseMetadata metadata, T data) {}
