package dev.nexus.auth.lockout;

import java.time.Instant;

/**
 * Wrong passwords in a row.
 *
 * @param count how many, at least 1
 * @param lastAt when the last one was
 */
public record Failures(int count, Instant lastAt) {}
