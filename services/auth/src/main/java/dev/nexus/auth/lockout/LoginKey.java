package dev.nexus.auth.lockout;

/**
 * Who tries to log in.
 *
 * @param account keyed digest of the account's name
 * @param network where from
 */
public record LoginKey(String account, String network) {}
