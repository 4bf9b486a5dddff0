package dev.nexus.conversation;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static dev.nexus.conversation.ConversationCalls.created;
import static dev.nexus.conversation.ConversationCalls.get;
import static dev.nexus.conversation.ConversationCalls.newUser;
import static dev.nexus.conversation.ConversationCalls.read;
import static dev.nexus.conversation.ConversationCalls.said;
import static dev.nexus.conversation.ConversationCalls.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.conversation.lifecycle.Retention;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(FakeAi.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "conversation"))
class RetentionIT {

  @Inject AgroalDataSource database;

  @Inject Retention retention;

  private final String token = newUser();

  private void age(String id, int days) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement update = connection.createStatement()) {
      update.execute(
          "update conversation set last_activity = now() - interval '%d days' where id = '%s'"
              .formatted(days, id));
    }
    retention.run();
  }

  @Test
  void archivesDeletesAndForgetsIdleConversations() throws SQLException {
    String id = created(token, Map.of("title", "T"));
    String other = created(token);
    said(token, id, "hi");
    age(id, 179);
    assertThat(read(token, id).getString("data.status")).isEqualTo("active");

    age(id, 181);
    assertThat(read(token, id).getString("data.status")).isEqualTo("archived");
    assertThat(read(token, id).getList("data.messages")).hasSize(2);
    assertContract(send(token, id, Map.of("content", "x")))
        .isError(409, "RESOURCE_CONFLICT", "CONFLICT");

    age(id, 366);
    JsonPath deleted = read(token, id);
    assertThat(deleted.getString("data.status")).isEqualTo("deleted");
    assertThat(deleted.getInt("data.message_count")).isZero();
    assertThat(deleted.getList("data.messages")).isEmpty();
    assertThat(deleted.getMap("data")).doesNotContainKey("title");
    assertContract(send(token, id, Map.of("content", "x")))
        .isError(409, "RESOURCE_CONFLICT", "CONFLICT");

    age(id, 396);
    assertContract(get(token, id)).isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
    assertThat(read(token, other).getString("data.status")).isEqualTo("active");
  }
}
