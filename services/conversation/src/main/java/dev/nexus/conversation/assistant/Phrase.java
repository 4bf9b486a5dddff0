package dev.nexus.conversation.assistant;

/** What is said where no result speaks. */
enum Phrase {
  NOTHING_FOUND(
      "По этому запросу ничего не нашлось. Попробуйте спросить иначе.",
      "Nothing was found for this. Try to ask in other words."),
  INCOMPLETE(
      "Ответ неполный: часть источников не ответила.",
      "This answer is incomplete: some sources did not respond."),
  UNAVAILABLE(
      "Ассистент сейчас недоступен. Сообщение сохранено, попробуйте ещё раз позже.",
      "The assistant is not available right now. Your message is kept; please try again later."),
  LATE(
      "Ассистент не успел ответить. Сообщение сохранено, попробуйте ещё раз позже.",
      "The assistant did not answer in time. Your message is kept; please try again later."),
  LIMITED(
      "Лимит запросов к ассистенту исчерпан. Сообщение сохранено.",
      "The limit of requests to the assistant is used up. Your message is kept."),
  FAILED(
      "Ассистент не смог ответить. Сообщение сохранено, попробуйте ещё раз позже.",
      "The assistant could not answer. Your message is kept; please try again later.");

  private final String russian;
  private final String english;

  Phrase(String russian, String english) {
    this.russian = russian;
    this.english = english;
  }

  String in(Language language) {
    return language == Language.RU ? russian : english;
  }

  /** The words for an error's code. */
  static Phrase of(String code) {
    return switch (code) {
      case "SERVICE_UNAVAILABLE" -> UNAVAILABLE;
      case "TIMEOUT" -> LATE;
      case "RATE_LIMIT_EXCEEDED", "FORBIDDEN_RESOURCE" -> LIMITED;
      default -> FAILED;
    };
  }
}
