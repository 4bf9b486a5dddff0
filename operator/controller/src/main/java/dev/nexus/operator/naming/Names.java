package dev.nexus.operator.naming;

import dev.nexus.operator.catalog.NexusService;

/**
 * Names of a platform's objects.
 *
 * @param platform name of the NexusPlatform
 * @param namespace its namespace
 */
public record Names(String platform, String namespace) {

  /** Role that owns the services' database. */
  public static final String DATABASE_OWNER = "nexus";

  /** Role of Keycloak in its database. */
  public static final String KEYCLOAK_ROLE = "keycloak";

  public static final String DATABASE = "nexus_db";
  public static final String KEYCLOAK_DATABASE = "keycloak_db";

  public String of(NexusService service) {
    return platform + "-" + service.id();
  }

  public String tls(NexusService service) {
    return of(service) + "-tls";
  }

  public String client(NexusService service) {
    return of(service) + "-client";
  }

  public String migration(NexusService service, String hash) {
    return of(service) + "-migrate-" + hash;
  }

  public String postgres() {
    return platform + "-postgres";
  }

  public String postgresCa() {
    return postgres() + "-ca";
  }

  public String postgresRole(String role) {
    return postgres() + "-" + role;
  }

  public String redis() {
    return platform + "-redis";
  }

  public String redisTls() {
    return redis() + "-tls";
  }

  public String keycloak() {
    return platform + "-keycloak";
  }

  public String keycloakTls() {
    return keycloak() + "-tls";
  }

  public String keycloakOperator() {
    return keycloak() + "-operator";
  }

  public String admin() {
    return platform + "-admin";
  }

  public String selfSigned() {
    return platform + "-selfsigned";
  }

  public String ca() {
    return platform + "-ca";
  }

  public String trust() {
    return platform + "-trust";
  }

  /** Host name of a Service of this namespace. */
  public String host(String service) {
    return service + "." + namespace + ".svc";
  }
}
