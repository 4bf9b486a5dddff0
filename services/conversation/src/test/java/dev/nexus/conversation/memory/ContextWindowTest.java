package dev.nexus.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.conversation.memory.Line.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContextWindowTest {

  private static final Line OLD = new Line(Role.USER, "x".repeat(36));
  private static final Line ANSWER = new Line(Role.ASSISTANT, "y".repeat(36));
  private static final Line QUESTION = new Line(Role.USER, "z".repeat(36));

  private static List<Line> lines(Optional<String> prompt, int budget) {
    return ContextWindow.over(prompt, List.of(OLD, ANSWER, QUESTION), budget).lines();
  }

  @Test
  void estimatesFourLatinAndTwoCyrillicLettersAsAToken() {
    assertThat(Tokens.of("abcdefgh")).isEqualTo(4 + 2);
    assertThat(Tokens.of("абвг")).isEqualTo(4 + 2);
    assertThat(Tokens.of("a")).isEqualTo(4 + 1);
  }

  @Test
  void tellsTheLatestLinesThatFitOldestFirst() {
    assertThat(lines(Optional.empty(), 39)).containsExactly(OLD, ANSWER, QUESTION);
    assertThat(lines(Optional.empty(), 38)).containsExactly(ANSWER, QUESTION);
  }

  @Test
  void paysForTheSystemPromptFromTheBudget() {
    assertThat(lines(Optional.of("p".repeat(36)), 39)).containsExactly(ANSWER, QUESTION);
  }

  @Test
  void alwaysTellsTheQuestionAndTheSystemPrompt() {
    ContextWindow window = ContextWindow.over(Optional.of("prompt"), List.of(OLD, QUESTION), 1);
    assertThat(window.lines()).containsExactly(QUESTION);
    assertThat(window.systemPrompt()).contains("prompt");
  }

  @Test
  void leavesNoGapForALineThatFitsBehindOneThatDoesNot() {
    Line small = new Line(Role.USER, "s");
    List<Line> all = List.of(small, new Line(Role.ASSISTANT, "b".repeat(1_000)), QUESTION);
    assertThat(ContextWindow.over(Optional.empty(), all, 50).lines()).containsExactly(QUESTION);
  }
}
