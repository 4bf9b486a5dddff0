package dev.nexus.gateway.identity;

import java.time.Instant;

/**
 * An access token that has been verified.
 *
 * @param subject who calls
 * @param expiresAt when it stops being valid
 */
public record AccessToken(String subject, Instant expiresAt) {}
