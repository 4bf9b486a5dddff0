package dev.nexus.operator.external.keycloak;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spec of a Keycloak; v2beta1 and v2alpha1 have the same schema. */
public record KeycloakSpec(
    int instances,
    @Nullable String image,
    @Nullable Boolean startOptimized,
    Db db,
    Http http,
    Hostname hostname,
    Enabled ingress,
    Enabled networkPolicy,
    BootstrapAdmin bootstrapAdmin,
    List<Option> additionalOptions,
    ResourceRequirements resources,
    @Nullable Unsupported unsupported) {

  public record Db(String vendor, String url, SecretKey usernameSecret, SecretKey passwordSecret) {}

  public record SecretKey(String name, String key) {}

  public record Http(@Nullable String tlsSecret, @Nullable Boolean httpEnabled) {}

  public record Hostname(String hostname, boolean strict, boolean backchannelDynamic) {}

  public record Enabled(boolean enabled) {}

  public record BootstrapAdmin(Service service) {}

  public record Service(String secret) {}

  public record Option(String name, String value) {}

  public record Unsupported(PodTemplateSpec podTemplate) {}
}
