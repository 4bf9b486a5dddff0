package dev.nexus.auth.input;

import dev.nexus.auth.keycloak.UserWrite;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;

/** A value that the realm does not take, as the wire's error. */
public final class Rejection {

  private Rejection() {}

  /** The error; Keycloak's own words are its details. */
  public static NexusException of(UserWrite.Rejected rejected) {
    NexusException error =
        rejected
            .field()
            .map(field -> Texts.wrong(CommonError.INVALID_VALUE, field, "is not acceptable"))
            .orElseGet(
                () ->
                    new NexusException(
                        CommonError.VALIDATION_FAILED, "The account's data is not acceptable"));
    return rejected.reason().isEmpty() ? error : error.details(rejected.reason());
  }
}
