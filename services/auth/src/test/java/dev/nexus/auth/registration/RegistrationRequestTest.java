package dev.nexus.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nexus.auth.keycloak.NewUser;
import dev.nexus.common.error.NexusException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationRequestTest {

  @Test
  void takesAnAccountAndKnowsAnEmailInOneSpellingOnly() {
    NewUser user =
        new RegistrationRequest(" Ada@Example.COM ", "password123", "Ada", " Lovelace ", "")
            .check();
    assertThat(user)
        .isEqualTo(
            new NewUser("ada@example.com", "password123", "Ada", "Lovelace", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, password123, Ada, L, VALIDATION_FAILED, email",
        "'', password123, Ada, L, VALIDATION_FAILED, email",
        "ada, password123, Ada, L, INVALID_FORMAT, email",
        "a b@ex.com, password123, Ada, L, INVALID_FORMAT, email",
        "a@ex.com, null, Ada, L, VALIDATION_FAILED, password",
        "a@ex.com, 1234567, Ada, L, FIELD_TOO_SHORT, password",
        "a@ex.com, 😀😀😀😀😀😀😀, Ada, L, FIELD_TOO_SHORT, password",
        "a@ex.com, password123, null, L, VALIDATION_FAILED, first_name",
        "a@ex.com, password123, Ada, '  ', VALIDATION_FAILED, last_name",
      })
  void namesWhatIsWrong(
      String email, String password, String first, String last, String code, String field) {
    assertThatThrownBy(() -> new RegistrationRequest(email, password, first, last, null).check())
        .isInstanceOfSatisfying(
            NexusException.class,
            e -> {
              assertThat(e.code().name()).isEqualTo(code);
              assertThat(e.field()).contains(field);
            });
  }

  @Test
  void printsNoPassword() {
    assertThat(new RegistrationRequest("a@ex.com", "hush", "A", "B", null).toString())
        .doesNotContain("hush");
  }
}
