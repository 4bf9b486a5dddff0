package dev.nexus.operator.naming;

import java.util.Map;
import java.util.TreeMap;

/** The labels of Kubernetes' recommendation, as every object carries them. */
public final class Labels {

  public static final String NAME = "app.kubernetes.io/name";
  public static final String INSTANCE = "app.kubernetes.io/instance";
  public static final String COMPONENT = "app.kubernetes.io/component";
  public static final String PART_OF = "app.kubernetes.io/part-of";
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  public static final String VERSION = "app.kubernetes.io/version";

  public static final String PLATFORM = "nexus-platform";
  public static final String OPERATOR = "nexus-operator";

  private Labels() {}

  /** Labels that never change for a component: what selectors select by. */
  public static Map<String, String> selector(String platform, String component) {
    return new TreeMap<>(
        Map.of(NAME, "nexus-" + component, INSTANCE, platform, COMPONENT, component));
  }

  /** Labels of an object that no release changes. */
  public static Map<String, String> stable(String platform, String component) {
    Map<String, String> labels = new TreeMap<>(selector(platform, component));
    labels.put(PART_OF, PLATFORM);
    labels.put(MANAGED_BY, OPERATOR);
    return labels;
  }

  /** Labels of an object that belongs to a release. */
  public static Map<String, String> versioned(String platform, String component, String version) {
    Map<String, String> labels = stable(platform, component);
    labels.put(VERSION, version);
    return labels;
  }
}
