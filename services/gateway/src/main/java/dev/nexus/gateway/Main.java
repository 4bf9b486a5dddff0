package dev.nexus.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Main {

  /**
   * The HTTP layer would answer targets that are no URIs by itself, with an empty body. Arrival
   * refuses them too, in the contract's words (protocol 2.3).
   */
  private static final String LEAVE_URIS_TO_US = "vertx.disableURIValidation";

  private Main() {}

  public static void main(String... arguments) {
    System.setProperty(LEAVE_URIS_TO_US, "true");
    Quarkus.run(arguments);
  }
}
