package dev.nexus.common.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * The service's MicroProfile readiness checks in the contract's shape. A check that is up and
 * carries the data {@code degraded} is shown as degraded and does not make the service unready.
 */
@ApplicationScoped
public class Readiness {

  private static final int MAX_MESSAGE = 500;

  private final Instance<HealthCheck> checks;
  private final Load load;

  Readiness(
      @Any @org.eclipse.microprofile.health.Readiness Instance<HealthCheck> checks, Load load) {
    this.checks = checks;
    this.load = load;
  }

  /** Every component with its state, checked now. */
  Map<String, ComponentView> components() {
    Map<String, ComponentView> components = new TreeMap<>();
    for (HealthCheck check : checks) {
      long began = System.nanoTime();
      HealthCheckResponse response = check.call();
      int millis = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
      components.put(component(response.getName()), view(response, millis));
    }
    return components;
  }

  /** The components as plain strings. */
  Map<String, String> checks(Map<String, ComponentView> components) {
    Map<String, String> strings = new TreeMap<>();
    components.forEach(
        (name, view) ->
            strings.put(name, ComponentView.HEALTHY.equals(view.status()) ? "ok" : view.status()));
    return strings;
  }

  CapacityView capacity() {
    return load.capacity();
  }

  private static ComponentView view(HealthCheckResponse response, int millis) {
    if (response.getStatus() == HealthCheckResponse.Status.DOWN) {
      return new ComponentView(ComponentView.UNHEALTHY, millis, message(response));
    }
    boolean degraded = response.getData().filter(data -> data.containsKey("degraded")).isPresent();
    return degraded
        ? new ComponentView(ComponentView.DEGRADED, millis, message(response))
        : new ComponentView(ComponentView.HEALTHY, millis, null);
  }

  private static @Nullable String message(HealthCheckResponse response) {
    return response
        .getData()
        .map(data -> String.valueOf(data.values()))
        .map(text -> text.substring(0, Math.min(MAX_MESSAGE, text.length())))
        .orElse(null);
  }

  /** Quarkus names its checks in prose; the contract wants a word. */
  private static String component(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("database")) {
      return "database";
    }
    return lower.contains("redis") ? "redis" : lower.replace(' ', '_');
  }
}
