package dev.nexus.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets deliveries reach sinks on {@value #ADDRESS}; the rest of loopback stays forbidden. */
public final class AllowedSinks implements QuarkusTestResourceLifecycleManager {

  public static final String ADDRESS = "127.0.0.2";

  @Override
  public Map<String, String> start() {
    return Map.of(
        "nexus.webhook.delivery.allowed-networks", ADDRESS + "/32",
        "nexus.webhook.delivery.timeout", "2s",
        "nexus.webhook.delivery.max-kept", "5",
        "nexus.webhook.registration.max-per-owner", "20");
  }

  @Override
  public void stop() {}
}
