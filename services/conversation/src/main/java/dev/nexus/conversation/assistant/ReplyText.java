package dev.nexus.conversation.assistant;

import dev.nexus.conversation.assistant.Execution.Result;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the results of an execution into words. */
final class ReplyText {

  private static final String PARAGRAPH = "\n\n";

  private ReplyText() {}

  /** The best results, one paragraph each; never empty. */
  static String of(Execution execution, Language language, AssistantConfig limits) {
    List<String> paragraphs =
        execution.results().stream()
            .limit(limits.maxResults())
            .map(ReplyText::paragraph)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toList());
    if (paragraphs.isEmpty()) {
      paragraphs.add(Phrase.NOTHING_FOUND.in(language));
    }
    if (execution.isPartial()) {
      paragraphs.add(Phrase.INCOMPLETE.in(language));
    }
    return Texts.cut(String.join(PARAGRAPH, paragraphs), limits.maxReply());
  }

  private static String paragraph(Result result) {
    if (result.title().isEmpty() || result.description().equals(result.title())) {
      return result.description();
    }
    return (result.title() + "\n" + result.description()).strip();
  }
}
