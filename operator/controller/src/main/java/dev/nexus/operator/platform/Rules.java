package dev.nexus.operator.platform;

import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges the inputs: what is missing around the platform. What its own fields may say, the CRD
 * judges.
 */
public final class Rules {

  private Rules() {}

  /** Every problem, the first stage's first. */
  public static List<Problem> check(Inputs inputs, Settings settings) {
    List<Problem> problems = new ArrayList<>();
    missingApis(inputs, settings, problems);
    missingSecrets(inputs, settings, problems);
    problems.sort((a, b) -> a.stage().compareTo(b.stage()));
    return problems;
  }

  private static void missingApis(Inputs inputs, Settings settings, List<Problem> problems) {
    if (settings.mtls().isPresent() && !inputs.apis().contains(ExternalApi.CERT_MANAGER)) {
      problems.add(
          new Problem.MissingApi(
              ExternalApi.CERT_MANAGER,
              StageName.CERTIFICATES,
              "spec.security.mtls.mode to Disabled"));
    }
    if (settings.postgres() instanceof PostgresSettings.Managed
        && !inputs.apis().contains(ExternalApi.CNPG)) {
      problems.add(
          new Problem.MissingApi(ExternalApi.CNPG, StageName.POSTGRES, "spec.postgres.external"));
    }
    if (settings.redis() instanceof RedisSettings.Managed
        && !inputs.apis().contains(ExternalApi.REDIS)) {
      problems.add(
          new Problem.MissingApi(ExternalApi.REDIS, StageName.REDIS, "spec.redis.external"));
    }
    if (settings.keycloak() instanceof KeycloakSettings.Managed
        && !inputs.apis().contains(ExternalApi.KEYCLOAK)
        && !inputs.apis().contains(ExternalApi.KEYCLOAK_ALPHA)) {
      problems.add(
          new Problem.MissingApi(
              ExternalApi.KEYCLOAK, StageName.KEYCLOAK, "spec.keycloak.external"));
    }
  }

  private static void missingSecrets(Inputs inputs, Settings settings, List<Problem> problems) {
    for (SecretNeeds.Promise promise : SecretNeeds.promised(settings)) {
      if (!inputs.secrets().containsKey(promise.secret())) {
        problems.add(new Problem.MissingSecret(promise));
      } else if (inputs.secret(promise.secret(), promise.key()).isEmpty()) {
        problems.add(new Problem.MissingKey(promise));
      }
    }
  }
}
