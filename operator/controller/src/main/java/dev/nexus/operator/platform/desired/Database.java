package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.Settings;
import java.util.Optional;

/**
 * How a client reaches its database.
 *
 * @param url JDBC URL
 * @param secret Secret with the keys username and password
 * @param ca the authority to mount, when the server's certificate is verified
 */
record Database(String url, String secret, Optional<CaFile> ca) {

  private static final int PORT = 5432;

  /**
   * A certificate authority in a Secret.
   *
   * @param secret name of the Secret
   * @param key key in it
   */
  record CaFile(String secret, String key) {}

  /** The schema of a service, connected to with the authority in the given file. */
  static Database of(Settings settings, NexusService service, String caFile) {
    return switch (settings.postgres()) {
      case PostgresSettings.Managed ignored -> {
        Database database = managed(settings.names(), Names.DATABASE, service.id(), caFile);
        yield database.withSchema(service.id());
      }
      case PostgresSettings.External external ->
          external(external, external.database(), caFile).withSchema(service.id());
    };
  }

  /** Keycloak's database. */
  static Database ofKeycloak(Settings settings, String caFile) {
    return switch (settings.postgres()) {
      case PostgresSettings.Managed ignored ->
          managed(settings.names(), Names.KEYCLOAK_DATABASE, Names.KEYCLOAK_ROLE, caFile);
      case PostgresSettings.External external ->
          external(external, external.keycloakDatabase(), caFile);
    };
  }

  private static Database managed(Names names, String database, String role, String caFile) {
    String url =
        "jdbc:postgresql://%s:%d/%s?sslmode=verify-full&sslrootcert=%s"
            .formatted(names.host(names.postgres() + "-rw"), PORT, database, caFile);
    return new Database(
        url, names.postgresRole(role), Optional.of(new CaFile(names.postgresCa(), "ca.crt")));
  }

  private static Database external(
      PostgresSettings.External external, String database, String caFile) {
    String url =
        "jdbc:postgresql://%s:%d/%s?sslmode=%s"
            .formatted(external.host(), external.port(), database, external.sslMode());
    Optional<CaFile> ca = external.ca().map(ref -> new CaFile(ref.name(), ref.key()));
    return new Database(
        ca.isPresent() ? url + "&sslrootcert=" + caFile : url, external.credentials(), ca);
  }

  private Database withSchema(String schema) {
    return new Database(url + "&currentSchema=" + schema, secret, ca);
  }
}
