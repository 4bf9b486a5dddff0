package dev.nexus.conversation.message;

/**
 * Answer to a typing notice (protocol 3.6).
 *
 * @param timestamp RFC 3339
 */
record TypingView(String conversationId, boolean typing, String timestamp) {}
