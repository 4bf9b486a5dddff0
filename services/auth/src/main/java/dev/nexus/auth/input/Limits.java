package dev.nexus.auth.input;

/** Lengths of text fields, in characters (protocol 3.2; the realm's user profile has the same). */
public final class Limits {

  public static final int EMAIL = 254;
  public static final int NAME = 100;
  public static final int TENANT = 100;
  public static final int BIO = 500;

  /** Long enough for any passphrase, short enough that hashing it costs no more than another. */
  public static final int PASSWORD = 1_000;

  public static final int PASSWORD_MIN = 8;

  private Limits() {}
}
