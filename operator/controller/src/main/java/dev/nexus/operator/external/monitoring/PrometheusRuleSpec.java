package dev.nexus.operator.external.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** Spec of a PrometheusRule. */
public record PrometheusRuleSpec(List<Group> groups) {

  public record Group(String name, List<Alert> rules) {}

  public record Alert(
      String alert,
      String expr,
      @JsonProperty("for") String pending,
      Map<String, String> labels,
      Map<String, String> annotations) {}
}
