package dev.nexus.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.SettingsResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static Inputs inputs(String name) {
    try {
      return DesiredTest.inputs(Path.of("src/test/resources/desired", name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> problems(Inputs inputs) {
    return Rules.check(inputs, SettingsResolver.resolve(inputs)).stream()
        .map(Problem::message)
        .toList();
  }

  @Test
  void findsNothingWrongWhenAllIsThere() {
    assertThat(problems(inputs("development"))).isEmpty();
    assertThat(problems(inputs("external-everything"))).isEmpty();
    assertThat(problems(inputs("mtls-off"))).isEmpty();
  }

  @Test
  void namesEveryMissingOperatorAndTheWayAround() {
    Inputs known = inputs("development");
    Inputs bare =
        new Inputs(
            known.platform(),
            known.installation(),
            EnumSet.noneOf(ExternalApi.class),
            known.secrets());
    assertThat(problems(bare))
        .hasSize(4)
        .anyMatch(message -> message.contains("cert-manager") && message.contains("Disabled"))
        .anyMatch(message -> message.contains("redis-operator"))
        .anyMatch(message -> message.contains("Keycloak operator"));
  }

  @Test
  void namesTheSecretTheKeyAndTheField() {
    Inputs known = inputs("external-everything");
    Map<String, Map<String, String>> secrets = new HashMap<>(known.secrets());
    secrets.remove("db-ca");
    secrets.put("login", Map.of("client-id", "operator"));
    assertThat(problems(new Inputs(known.platform(), known.installation(), known.apis(), secrets)))
        .containsExactly(
            "The Secret db-ca is missing: create it with the key ca.pem (spec.postgres.external.caSecretRef)",
            "The Secret login lacks the key client-secret: add it (spec.keycloak.external.adminSecretRef)");
  }
}
