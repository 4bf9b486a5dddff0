package dev.nexus.conversation;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static dev.nexus.conversation.ConversationCalls.created;
import static dev.nexus.conversation.ConversationCalls.newUser;
import static dev.nexus.conversation.ConversationCalls.read;
import static dev.nexus.conversation.ConversationCalls.received;
import static dev.nexus.conversation.ConversationCalls.send;
import static dev.nexus.conversation.ConversationCalls.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers, repetitions, names that clients give: each message once and in its place. */
@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(FakeAi.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "conversation"))
class OrderIT {

  @Inject AgroalDataSource database;

  private final String token = newUser();

  /** Executions that were asked for; a call that is repeated with the same id is one. */
  private static int asked(String text) {
    return Set.copyOf(received(text).<String>getList("body.metadata.request_id")).size();
  }

  private static Map<String, Object> request(String content, UUID requestId) {
    return Map.of("content", content, "metadata", Map.of("request_id", requestId.toString()));
  }

  private static List<JsonPath> atOnce(List<Callable<JsonPath>> calls) throws Exception {
    List<JsonPath> bodies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<JsonPath> call : threads.invokeAll(calls)) {
        bodies.add(call.get());
      }
    }
    return bodies;
  }

  private void sql(String statement, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement execute = connection.createStatement()) {
      execute.execute(statement.formatted(values));
    }
  }

  @Test
  void numbersConcurrentMessagesWithoutGapsOrDuplicates() throws Exception {
    String id = created(token);
    List<Callable<JsonPath>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Map<String, Object> body = Map.of("content", "together " + i);
      calls.add(() -> sent(token, id, body));
    }
    List<JsonPath> exchanges = atOnce(calls);
    JsonPath read = read(token, id);
    assertThat(read.getInt("data.message_count")).isEqualTo(40);
    assertThat(read.<Integer>getList("data.messages.sequence"))
        .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    assertThat(read.<String>getList("data.messages.created_at")).isSorted().doesNotHaveDuplicates();
    for (JsonPath exchange : exchanges) {
      assertThat(exchange.getString("data.ai_response.content"))
          .isEqualTo("Echo\n" + exchange.getString("data.user_message.content"));
    }
    assertThat(exchanges.stream().mapToInt(e -> e.getInt("data.total_messages")).max())
        .hasValue(40);
  }

  @Test
  void givesARepeatTheEarlierExchange_checklist25() {
    String id = created(token);
    UUID requestId = UUID.randomUUID();
    JsonPath first = sent(token, id, request("once only", requestId));
    sent(token, id, Map.of("content", "another"));
    JsonPath second = sent(token, id, request("once only", requestId));
    assertThat(second.getMap("data.user_message")).isEqualTo(first.getMap("data.user_message"));
    assertThat(second.getMap("data.ai_response")).isEqualTo(first.getMap("data.ai_response"));
    assertThat(second.getInt("data.total_messages")).isEqualTo(4);
    assertThat(asked("once only")).isEqualTo(1);
  }

  @Test
  void letsATwinWaitForTheFirst_checklist25() throws Exception {
    String id = created(token);
    Map<String, Object> body = request("twins [late]", UUID.randomUUID());
    List<JsonPath> exchanges = atOnce(Collections.nCopies(6, () -> sent(token, id, body)));
    assertThat(exchanges.stream().map(e -> e.getString("data.ai_response.id")).distinct())
        .hasSize(1);
    assertThat(read(token, id).getInt("data.message_count")).isEqualTo(2);
    assertThat(asked("twins")).isEqualTo(1);
  }

  @Test
  void takesAnotherBodyWithTheSameRequestIdForANewMessage_checklist14() {
    String id = created(token);
    UUID requestId = UUID.randomUUID();
    sent(token, id, request("a", requestId));
    sent(token, id, request("b", requestId));
    assertThat(read(token, id).getInt("data.message_count")).isEqualTo(4);
  }

  @Test
  void takesTheSameRequestForANewOneAfterItsWindow() throws SQLException {
    String id = created(token);
    Map<String, Object> body = request("later", UUID.randomUUID());
    sent(token, id, body);
    sql("update message set created_at = created_at - interval '61 s' where content = 'later'");
    sent(token, id, body);
    assertThat(read(token, id).getInt("data.message_count")).isEqualTo(4);
  }

  @Test
  void storesAMessageOnceUnderTheClientsNameForIt() {
    String id = created(token);
    Map<String, Object> body = Map.of("content", "named", "client_message_id", "c-1");
    JsonPath first = sent(token, id, body);
    assertThat(first.getString("data.user_message.client_message_id")).isEqualTo("c-1");
    JsonPath inTheMap =
        sent(
            token,
            id,
            Map.of("content", "named", "message_metadata", Map.of("client_message_id", "c-1")));
    assertThat(inTheMap.getString("data.ai_response.id"))
        .isEqualTo(first.getString("data.ai_response.id"));
    JsonPath error =
        assertContract(send(token, id, Map.of("content", "other", "client_message_id", "c-1")))
            .isError(409, "DUPLICATE_RESOURCE", "CONFLICT");
    assertThat(error.getString("error.field")).isEqualTo("client_message_id");
    sent(token, created(token), body);
    assertThat(read(token, id).getInt("data.message_count")).isEqualTo(2);
  }

  @Test
  void answersAMessageWhoseFirstRequestDied() throws SQLException {
    String id = created(token);
    Map<String, Object> body = Map.of("content", "orphan", "client_message_id", "o-1");
    sent(token, id, body);
    sql("delete from message where conversation_id = '%s' and sequence = 2", id);
    sql("update conversation set message_count = 1 where id = '%s'", id);
    assertContract(send(token, id, body)).isError(503, "SERVICE_UNAVAILABLE", "EXTERNAL_ERROR");
    sql("update message set answer_due = now() - interval '1 s' where conversation_id = '%s'", id);
    JsonPath answered = sent(token, id, body);
    assertThat(answered.getInt("data.user_message.sequence")).isEqualTo(1);
    assertThat(answered.getString("data.ai_response.content")).isEqualTo("Echo\norphan");
    assertThat(answered.getInt("data.total_messages")).isEqualTo(2);
    assertThat(asked("orphan")).isEqualTo(2);
  }

  @Test
  void countsEveryChangeOfAConversation() throws SQLException {
    String id = created(token);
    sent(token, id, Map.of("content", "x"));
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        var row = select.executeQuery("select version from conversation where id = '" + id + "'")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(3);
    }
  }
}
