package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.SecretKeyRef;
import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which Secrets a platform reads: by name, never by watching all. */
public final class SecretNeeds {

  /**
   * A key that the user has promised.
   *
   * @param secret name of the Secret
   * @param key key in it
   * @param field field of the spec that names it
   * @param stage the first stage that needs it
   */
  public record Promise(String secret, String key, String field, StageName stage) {}

  private SecretNeeds() {}

  /** Every Secret to read. */
  public static Set<String> of(Settings settings) {
    Set<String> names = new LinkedHashSet<>();
    GeneratedSecret.of(settings).forEach(secret -> names.add(secret.name()));
    promised(settings).forEach(promise -> names.add(promise.secret()));
    if (settings.mtls().isPresent()) {
      names.add(settings.names().ca());
      if (settings.redis() instanceof RedisSettings.Managed) {
        names.add(settings.names().redisTls());
      }
    }
    if (settings.keycloak() instanceof KeycloakSettings.External external) {
      external.ca().ifPresent(ref -> names.add(ref.name()));
    }
    return names;
  }

  /** What the user's references must hold. */
  public static List<Promise> promised(Settings settings) {
    List<Promise> promises = new ArrayList<>();
    for (String secret : settings.release().pullSecrets()) {
      promises.add(
          new Promise(
              secret, ".dockerconfigjson", "spec.images.pullSecrets", StageName.MIGRATIONS));
    }
    if (settings.postgres() instanceof PostgresSettings.External postgres) {
      String field = "spec.postgres.external.credentialsSecretRef";
      promises.add(new Promise(postgres.credentials(), "username", field, StageName.MIGRATIONS));
      promises.add(new Promise(postgres.credentials(), "password", field, StageName.MIGRATIONS));
      postgres
          .ca()
          .ifPresent(
              ref ->
                  promises.add(
                      promise(ref, "spec.postgres.external.caSecretRef", StageName.MIGRATIONS)));
    }
    if (settings.redis() instanceof RedisSettings.External redis) {
      redis
          .password()
          .ifPresent(
              ref ->
                  promises.add(
                      promise(ref, "spec.redis.external.passwordSecretRef", StageName.GATEWAY)));
      redis
          .ca()
          .ifPresent(
              ref ->
                  promises.add(promise(ref, "spec.redis.external.caSecretRef", StageName.GATEWAY)));
    }
    if (settings.keycloak() instanceof KeycloakSettings.External keycloak) {
      String field = "spec.keycloak.external.adminSecretRef";
      promises.add(new Promise(keycloak.adminSecret(), "client-id", field, StageName.REALM));
      promises.add(new Promise(keycloak.adminSecret(), "client-secret", field, StageName.REALM));
      keycloak
          .ca()
          .ifPresent(
              ref ->
                  promises.add(
                      promise(ref, "spec.keycloak.external.caSecretRef", StageName.REALM)));
    }
    return promises;
  }

  /** The Secrets behind a service's environment. */
  static List<String> ofService(Settings settings, NexusService service) {
    Names names = settings.names();
    List<String> secrets = new ArrayList<>();
    secrets.add(names.client(service));
    if (service.needs(NexusService.Need.DATABASE)) {
      secrets.add(
          switch (settings.postgres()) {
            case PostgresSettings.Managed ignored -> names.postgresRole(service.id());
            case PostgresSettings.External external -> external.credentials();
          });
    }
    if (service.needs(NexusService.Need.REDIS)) {
      switch (settings.redis()) {
        case RedisSettings.Managed ignored -> secrets.add(names.redis());
        case RedisSettings.External external ->
            external.password().ifPresent(ref -> secrets.add(ref.name()));
      }
    }
    return secrets;
  }

  private static Promise promise(SecretKeyRef ref, String field, StageName stage) {
    return new Promise(ref.name(), ref.key(), field, stage);
  }
}
