package dev.nexus.conversation.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "language, en, привет, EN",
    "locale, ru-RU, hello, RU",
    "locale, en_US, привет, EN",
    "locale, fr-FR, hello, EN",
    "other, x, купить iPhone, RU",
    "other, x, hello, EN",
    "other, x, 12345, RU",
  })
  void followsTheContextThenTheWordsThenTheContract(
      String field, String value, String words, Language expected) {
    ObjectNode context = JsonNodeFactory.instance.objectNode().put(field, value);
    assertThat(Language.of(context, words)).isEqualTo(expected);
  }
}
