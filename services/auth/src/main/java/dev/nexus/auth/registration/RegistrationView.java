package dev.nexus.auth.registration;

/**
 * Answer to a registration (protocol 3.2).
 *
 * @param userId UUID
 * @param message for people
 * @param verificationRequired whether the e-mail must be confirmed; login works at once all the
 *     same
 */
public record RegistrationView(String userId, String message, boolean verificationRequired) {}
