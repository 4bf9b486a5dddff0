package dev.nexus.auth.audit;

/** What can happen to an account. */
public enum AuditKind {
  REGISTERED,
  LOGIN_SUCCEEDED,
  LOGIN_FAILED,
  LOCKED_OUT,
  TOKEN_REFRESHED,
  REFRESH_FAILED,
  LOGGED_OUT,
  PROFILE_CHANGED
}
