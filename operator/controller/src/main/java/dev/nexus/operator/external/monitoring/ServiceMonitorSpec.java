package dev.nexus.operator.external.monitoring;

import java.util.List;
import java.util.Map;

/** Spec of a ServiceMonitor. */
public record ServiceMonitorSpec(Selector selector, List<Endpoint> endpoints) {

  public record Selector(Map<String, String> matchLabels) {}

  public record Endpoint(String port, String path, String interval) {}
}
