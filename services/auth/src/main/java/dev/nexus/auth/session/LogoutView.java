package dev.nexus.auth.session;

/**
 * Answer to a logout.
 *
 * @param status {@code logged_out}
 * @param message for people
 */
public record LogoutView(String status, String message) {}
