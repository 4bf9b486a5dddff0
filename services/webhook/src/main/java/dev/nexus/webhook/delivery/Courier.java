package dev.nexus.webhook.delivery;

import dev.nexus.webhook.delivery.Attempt.Outcome;
import java.net.URI;
import java.util.Map;

/** Takes a body to a receiver, once. */
interface Courier {

  /**
   * Posts the body and waits for the answer, within the configured time.
   *
   * @return how it ended; a receiver that cannot be reached is an outcome, not an exception
   */
  Outcome post(URI url, Map<String, String> headers, String body);
}
