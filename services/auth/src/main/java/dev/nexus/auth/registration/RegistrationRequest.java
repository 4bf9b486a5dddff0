package dev.nexus.auth.registration;

import dev.nexus.auth.input.Limits;
import dev.nexus.auth.input.Texts;
import dev.nexus.auth.keycloak.NewUser;
import dev.nexus.common.error.CommonError;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/v1/auth/register} (protocol 3.2). */
public record RegistrationRequest(
    @Nullable String email,
    @Nullable String password,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String tenantId) {

  /** Rough: the realm has the exact rule. */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

  /** The user to be made, checked as far as it can be here. */
  NewUser check() {
    return new NewUser(
        checkEmail(),
        checkPassword(),
        Texts.required("first_name", firstName, Limits.NAME),
        Texts.required("last_name", lastName, Limits.NAME),
        Texts.optional("tenant_id", tenantId, Limits.TENANT));
  }

  private String checkEmail() {
    String text = Texts.required("email", email, Limits.EMAIL);
    if (!EMAIL.matcher(text).matches()) {
      throw Texts.wrong(CommonError.INVALID_FORMAT, "email", "must be an e-mail address");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private String checkPassword() {
    String secret = Texts.secret("password", password, Limits.PASSWORD);
    if (secret.codePointCount(0, secret.length()) < Limits.PASSWORD_MIN) {
      throw Texts.wrong(
          CommonError.FIELD_TOO_SHORT,
          "password",
          "must have " + Limits.PASSWORD_MIN + " characters at least");
    }
    return secret;
  }

  /** A redacted form. */
  @Override
  public String toString() {
    return "RegistrationRequest[email=" + email + "]";
  }
}
