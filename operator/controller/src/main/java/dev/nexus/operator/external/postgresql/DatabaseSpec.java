package dev.nexus.operator.external.postgresql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spec of a CloudNativePG Database. */
public record DatabaseSpec(
    String name,
    String owner,
    ClusterSpec.SecretName cluster,
    String databaseReclaimPolicy,
    @Nullable List<Schema> schemas) {

  public record Schema(String name, String owner, String ensure) {}
}
