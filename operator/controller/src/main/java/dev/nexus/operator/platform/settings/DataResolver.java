package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.ExternalPostgres;
import dev.nexus.operator.api.v1alpha1.ExternalRedis;
import dev.nexus.operator.api.v1alpha1.ManagedPostgres;
import dev.nexus.operator.api.v1alpha1.ManagedRedis;
import dev.nexus.operator.api.v1alpha1.Profile;
import dev.nexus.operator.api.v1alpha1.RedisMode;
import dev.nexus.operator.api.v1alpha1.SslMode;
import dev.nexus.operator.api.v1alpha1.StorageSpec;
import dev.nexus.operator.naming.Names;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resolves PostgreSQL and Redis. */
final class DataResolver {

  private static final int POSTGRES_PORT = 5432;

  private final Inputs inputs;
  private final Profile profile;

  DataResolver(Inputs inputs, Profile profile) {
    this.inputs = inputs;
    this.profile = profile;
  }

  PostgresSettings postgres() {
    var given = Optional.ofNullable(Spec.of(inputs.platform()).postgres());
    @Nullable ExternalPostgres external = given.map(p -> p.external()).orElse(null);
    return external == null ? managed(given.map(p -> p.managed())) : external(external);
  }

  private PostgresSettings managed(Optional<ManagedPostgres> given) {
    return new PostgresSettings.Managed(
        given.map(ManagedPostgres::instances).orElse(profile == Profile.Production ? 3 : 1),
        storage(given.map(ManagedPostgres::storage), Presets.postgresStorage(profile)),
        SettingsResolver.resources(
            given.map(ManagedPostgres::resources).orElse(null), Presets.postgres(profile)),
        new TreeMap<>(given.map(ManagedPostgres::parameters).orElse(Map.of())),
        inputs.installation().postgresImage());
  }

  private static PostgresSettings external(ExternalPostgres given) {
    SslMode mode = Optional.ofNullable(given.sslMode()).orElse(SslMode.VerifyFull);
    return new PostgresSettings.External(
        given.host(),
        Optional.ofNullable(given.port()).orElse(POSTGRES_PORT),
        Optional.ofNullable(given.database()).orElse(Names.DATABASE),
        Optional.ofNullable(given.keycloakDatabase()).orElse(Names.KEYCLOAK_DATABASE),
        given.credentialsSecretRef().name(),
        switch (mode) {
          case Disable -> "disable";
          case Require -> "require";
          case VerifyFull -> "verify-full";
        },
        Optional.ofNullable(given.caSecretRef()));
  }

  RedisSettings redis() {
    var given = Optional.ofNullable(Spec.of(inputs.platform()).redis());
    @Nullable ExternalRedis external = given.map(r -> r.external()).orElse(null);
    if (external != null) {
      return new RedisSettings.External(
          external.hosts(),
          external.mode() == RedisMode.Cluster,
          Optional.ofNullable(external.passwordSecretRef()),
          Optional.ofNullable(external.caSecretRef()));
    }
    Optional<ManagedRedis> managed = given.map(r -> r.managed());
    RedisMode mode =
        managed
            .map(ManagedRedis::mode)
            .orElse(profile == Profile.Production ? RedisMode.Cluster : RedisMode.Standalone);
    return new RedisSettings.Managed(
        mode == RedisMode.Cluster,
        managed.map(ManagedRedis::shards).orElse(3),
        storage(managed.map(ManagedRedis::storage), Presets.redisStorage(profile)),
        SettingsResolver.resources(
            managed.map(ManagedRedis::resources).orElse(null), Presets.redis(profile)),
        inputs.installation().redisImage());
  }

  private static PostgresSettings.Storage storage(Optional<StorageSpec> given, String preset) {
    return new PostgresSettings.Storage(
        given
            .map(StorageSpec::size)
            .map(CanonicalQuantity::of)
            .map(Object::toString)
            .orElse(preset),
        given.map(StorageSpec::storageClass));
  }
}
