package dev.nexus.conversation.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the assistant is told of a conversation: the latest lines that fit into a budget of tokens.
 *
 * @param systemPrompt what it is to keep in mind; always told, and paid for from the budget
 * @param lines oldest first; the last one is the question and is always told
 */
public record ContextWindow(Optional<String> systemPrompt, List<Line> lines) {

  public ContextWindow {
    lines = List.copyOf(lines);
  }

  /**
   * The window over a conversation.
   *
   * @param all what was said, oldest first
   * @param budget tokens it may have
   */
  public static ContextWindow over(Optional<String> systemPrompt, List<Line> all, int budget) {
    int left = budget - systemPrompt.map(Tokens::of).orElse(0);
    Deque<Line> told = new ArrayDeque<>();
    for (Line line : all.reversed()) {
      left -= Tokens.of(line.content());
      if (left < 0 && !told.isEmpty()) {
        break;
      }
      told.addFirst(line);
    }
    return new ContextWindow(systemPrompt, List.copyOf(told));
  }
}
