package dev.nexus.conversation.message;

import java.util.List;

/**
 * A page of a conversation's messages (protocol 3.6).
 *
 * @param messages oldest first
 * @param total how many match
 */
record HistoryView(List<MessageView> messages, int total, int limit, int offset) {}
