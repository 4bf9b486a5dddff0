package dev.nexus.auth.session;

import dev.nexus.auth.input.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/v1/auth/refresh} and {@code /logout}. */
public record RefreshRequest(@Nullable String refreshToken) {

  /** A logout may come without a body. */
  static final RefreshRequest EMPTY = new RefreshRequest(null);

  private static final String FIELD = "refresh_token";

  /** Longer than any that the realm issues. */
  private static final int MAX = 16_384;

  /** The token, which must be there. */
  String required() {
    return Texts.secret(FIELD, refreshToken, MAX);
  }

  /** The token, if there is one. */
  Optional<String> optional() {
    return refreshToken == null || refreshToken.isEmpty()
        ? Optional.empty()
        : Optional.of(required());
  }

  /** A redacted form. */
  @Override
  public String toString() {
    return "RefreshRequest";
  }
}
