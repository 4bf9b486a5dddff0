/**
 * The auth service (protocol 3.2): registration, login, refresh, logout and the user's profile, on
 * a Keycloak realm. The features {@code registration}, {@code session} and {@code profile} know the
 * rooms below them ({@code keycloak}, {@code lockout}, {@code turn}, {@code audit}, {@code origin},
 * {@code input}, {@code storage}); {@code session} answers with the profile, so it knows {@code
 * profile} too.
 */
@NullMarked
package dev.nexus.auth;

import org.jspecify.annotations.NullMarked;
