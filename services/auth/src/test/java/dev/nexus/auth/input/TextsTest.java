package dev.nexus.auth.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void takesNullAndBlankForAbsent(String text) {
    assertThat(Texts.optional("bio", text, 5)).isEmpty();
    assertThatThrownBy(() -> Texts.required("bio", text, 5))
        .isInstanceOfSatisfying(
            NexusException.class,
            e -> {
              assertThat(e.code()).isEqualTo(CommonError.VALIDATION_FAILED);
              assertThat(e.field()).contains("bio");
            });
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(Texts.optional("bio", " 😀😀😀😀😀 ", 5)).contains("😀😀😀😀😀");
    assertThatThrownBy(() -> Texts.optional("bio", "123456", 5))
        .isInstanceOfSatisfying(
            NexusException.class, e -> assertThat(e.code()).isEqualTo(CommonError.FIELD_TOO_LONG));
  }

  @Test
  void refusesControlCharactersButLineBreaks() {
    assertThat(Texts.optional("bio", "a\nb", 5)).contains("a\nb");
    assertThatThrownBy(() -> Texts.optional("bio", "a\0b", 5)).isInstanceOf(NexusException.class);
  }

  @Test
  void leavesSecretsAsTheyAre() {
    assertThat(Texts.secret("password", "  x ", 5)).isEqualTo("  x ");
  }
}
