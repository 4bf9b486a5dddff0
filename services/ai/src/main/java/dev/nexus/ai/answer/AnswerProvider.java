package dev.nexus.ai.answer;

import java.util.List;

/**
 * Makes answers. Called on a virtual thread of its own, so that it may block; it is interrupted
 * when the execution runs out of time and must then return or throw at once.
 */
public interface AnswerProvider {

  /** The name that answers are marked with, for example {@code offline}. */
  String name();

  /**
   * The domain's results for the query, the best first, at most as many as asked for.
   *
   * @throws dev.nexus.common.error.NexusException when it cannot answer; the message reaches the
   *     user as the section's error
   */
  List<ResultItem> answer(Question question);
}
