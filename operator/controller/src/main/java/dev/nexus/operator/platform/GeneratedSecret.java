package dev.nexus.operator.platform;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.desired.Postgres;
import dev.nexus.operator.platform.desired.Redis;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Secret that the operator makes once and never changes.
 *
 * @param name its name
 * @param type its Kubernetes type
 * @param labels its labels
 * @param fixed keys with known values
 * @param generated key with a value made at random
 */
public record GeneratedSecret(
    String name,
    String type,
    Map<String, String> labels,
    Map<String, String> fixed,
    String generated) {

  /** E-mail address of the first administrator. */
  public static final String ADMINISTRATOR = "admin@nexus.local";

  public static final String OPERATOR_CLIENT = "nexus-operator";

  private static final String BASIC_AUTH = "kubernetes.io/basic-auth";
  private static final String OPAQUE = "Opaque";

  /** The Secrets that a platform needs. */
  public static List<GeneratedSecret> of(Settings settings) {
    Names names = settings.names();
    List<GeneratedSecret> secrets = new ArrayList<>();
    if (settings.postgres() instanceof PostgresSettings.Managed) {
      secrets.add(role(names, Names.DATABASE_OWNER));
      Postgres.roles(settings).forEach(role -> secrets.add(role(names, role)));
    }
    if (settings.redis() instanceof RedisSettings.Managed) {
      secrets.add(secret(names, names.redis(), Redis.COMPONENT, Map.of(), Redis.PASSWORD_KEY));
    }
    if (settings.keycloak() instanceof KeycloakSettings.Managed) {
      secrets.add(
          secret(
              names,
              names.keycloakOperator(),
              "keycloak",
              Map.of("client-id", OPERATOR_CLIENT),
              "client-secret"));
    }
    for (NexusService service : NexusService.values()) {
      secrets.add(secret(names, names.client(service), service.id(), Map.of(), "client-secret"));
    }
    secrets.add(
        new GeneratedSecret(
            names.admin(),
            BASIC_AUTH,
            Labels.stable(names.platform(), "auth"),
            Map.of("username", ADMINISTRATOR),
            "password"));
    return secrets;
  }

  private static GeneratedSecret role(Names names, String role) {
    Map<String, String> labels = new TreeMap<>(Labels.stable(names.platform(), Postgres.COMPONENT));
    labels.put("cnpg.io/reload", "true");
    return new GeneratedSecret(
        names.postgresRole(role), BASIC_AUTH, labels, Map.of("username", role), "password");
  }

  private static GeneratedSecret secret(
      Names names, String name, String component, Map<String, String> fixed, String generated) {
    return new GeneratedSecret(
        name, OPAQUE, Labels.stable(names.platform(), component), fixed, generated);
  }
}
