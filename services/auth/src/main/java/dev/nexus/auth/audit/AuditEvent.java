package dev.nexus.auth.audit;

import dev.nexus.auth.origin.Origin;
import java.time.Instant;

/**
 * Something that happened to an account.
 *
 * @param at when
 * @param kind what
 * @param subject to whom
 * @param origin from where
 * @param detail constant words or names of fields, never a value that a client sent
 */
public record AuditEvent(
    Instant at, AuditKind kind, Subject subject, Origin origin, String detail) {}
