package dev.nexus.auth.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactionTest {

  @Test
  void printsNoSecret() {
    assertThat(
            KeycloakCall.form("http://kc/token", Map.of("password", "hush")).as("hush").toString())
        .isEqualTo("POST http://kc/token");
    assertThat(new KeycloakAnswer(200, new TextNode("hush"), "").toString()).doesNotContain("hush");
    assertThat(new Grant.Tokens("1", "hush", "hush", 1).toString()).doesNotContain("hush");
    assertThat(new NewUser("a@ex.com", "hush", "A", "B", Optional.empty()).toString())
        .doesNotContain("hush");
  }
}
