package dev.nexus.auth.session;

import dev.nexus.auth.input.Limits;
import dev.nexus.auth.input.Texts;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/v1/auth/login}; {@code username} stands for {@code email} too. */
public record LoginRequest(
    @Nullable String email, @Nullable String username, @Nullable String password) {

  /**
   * What somebody claims to be and to know.
   *
   * @param name e-mail or user name
   */
  record Credentials(String name, String password) {

    /** A redacted form. */
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  /** The credentials, checked for being there. */
  Credentials check() {
    boolean named = email == null || email.isBlank();
    String name = Texts.required("email", named ? username : email, Limits.EMAIL);
    return new Credentials(name, Texts.secret("password", password, Limits.PASSWORD));
  }

  /** A redacted form. */
  @Override
  public String toString() {
    return "LoginRequest";
  }
}
