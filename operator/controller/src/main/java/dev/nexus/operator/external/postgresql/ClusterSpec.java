package dev.nexus.operator.external.postgresql;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spec of a CloudNativePG Cluster. */
public record ClusterSpec(
    int instances,
    @Nullable String imageName,
    @Nullable String imagePullPolicy,
    Storage storage,
    ResourceRequirements resources,
    Bootstrap bootstrap,
    Managed managed,
    Configuration postgresql,
    boolean enablePDB,
    int stopDelay,
    int smartShutdownTimeout,
    InheritedMetadata inheritedMetadata) {

  public record Storage(String size, @Nullable String storageClass) {}

  public record Bootstrap(InitDb initdb) {}

  public record InitDb(String database, String owner, SecretName secret) {}

  public record SecretName(String name) {}

  public record Managed(List<Role> roles) {}

  /** With the fields that the API server fills in, or the stored list would never equal ours. */
  public record Role(
      String name,
      String ensure,
      boolean login,
      boolean inherit,
      int connectionLimit,
      SecretName passwordSecret) {

    private static final int UNLIMITED = -1;

    /** A role that may log in. */
    public static Role login(String name, SecretName passwordSecret) {
      return new Role(name, "present", true, true, UNLIMITED, passwordSecret);
    }
  }

  public record Configuration(Map<String, String> parameters) {}

  public record InheritedMetadata(Map<String, String> labels) {}
}
