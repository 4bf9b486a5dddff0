package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.Condition;
import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.api.v1alpha1.NexusPlatformStatus;
import dev.nexus.operator.api.v1alpha1.Phase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Platforms by phase, and every condition of every platform as 0 or 1. */
@ApplicationScoped
class PlatformMetrics {

  private final Map<String, NexusPlatformStatus> statuses = new ConcurrentHashMap<>();
  private final MultiGauge conditions;

  PlatformMetrics(MeterRegistry registry) {
    conditions = MultiGauge.builder("nexus.platform.condition").register(registry);
    for (Phase phase : Phase.values()) {
      Gauge.builder("nexus.platforms", () -> count(phase))
          .tag("phase", phase.name())
          .register(registry);
    }
  }

  void record(NexusPlatform platform, NexusPlatformStatus status) {
    statuses.put(key(platform), status);
    refresh();
  }

  void forget(NexusPlatform platform) {
    statuses.remove(key(platform));
    refresh();
  }

  private long count(Phase phase) {
    return statuses.values().stream().filter(status -> status.phase() == phase).count();
  }

  private void refresh() {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    statuses.forEach(
        (platform, status) -> {
          for (Condition condition : Objects.requireNonNull(status.conditions())) {
            rows.add(
                MultiGauge.Row.of(
                    Tags.of("platform", platform, "type", condition.type()),
                    "True".equals(condition.status()) ? 1 : 0));
          }
        });
    conditions.register(rows, true);
  }

  private static String key(NexusPlatform platform) {
    return platform.getMetadata().getNamespace() + "/" + platform.getMetadata().getName();
  }
}
