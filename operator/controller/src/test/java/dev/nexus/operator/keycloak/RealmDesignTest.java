package dev.nexus.operator.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The realm that services are tested with is the realm that the operator makes. */
class RealmDesignTest {

  private static final Path OF_THE_SERVICES =
      Path.of("../../services/common-testing/src/main/resources/nexus-realm.json");
  private static final List<String> OF_THE_INSTALLATION =
      List.of(
          "accessTokenLifespan",
          "ssoSessionIdleTimeout",
          "ssoSessionMaxLifespan",
          "users",
          "components");

  private final ObjectMapper json = new ObjectMapper();
  private final JsonNode design = RealmDesign.template(json);

  @Test
  void theServicesAreTestedWithTheSameRealm() throws IOException {
    ObjectNode tested = (ObjectNode) json.readTree(Files.readString(OF_THE_SERVICES));
    tested.remove(OF_THE_INSTALLATION);
    tested
        .get("clients")
        .forEach(client -> ((ObjectNode) client).remove(List.of("secret", "description")));
    assertThat(design.get("realm")).isEqualTo(tested);
  }

  @Test
  void theServicesAreTestedWithTheSameUserProfile() throws IOException {
    JsonNode tested = json.readTree(Files.readString(OF_THE_SERVICES));
    String profile =
        tested
            .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
            .at("/kc.user.profile.config/0")
            .asText();
    assertThat(design.get("profile")).isEqualTo(json.readTree(profile));
  }
}
