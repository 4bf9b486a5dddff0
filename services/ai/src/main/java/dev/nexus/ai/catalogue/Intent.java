package dev.nexus.ai.catalogue;

/** What a query wants done, beside what it is about. */
public enum Intent {
  /** To buy, order or book. */
  PURCHASE,
  /** To have it brought. */
  DELIVERY,
  /** To be reminded. */
  REMINDER,
  /** To keep track of a medicine. */
  MEDICATION,
  /** To learn something. */
  QUESTION
}
