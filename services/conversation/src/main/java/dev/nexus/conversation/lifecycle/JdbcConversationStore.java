package dev.nexus.conversation.lifecycle;

import static dev.nexus.conversation.database.Columns.bind;

import dev.nexus.conversation.database.Columns;
import dev.nexus.conversation.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Conversations in the table {@code conversation}. */
@ApplicationScoped
class JdbcConversationStore implements ConversationStore {

  private static final String FREE_KEY =
      "update conversation set request_key = null where request_key = ? and created_at < ?";

  /** A concurrent twin waits here for the first one. */
  private static final String INSERT =
      """
      insert into conversation (id, tenant_id, user_id, bot_id, title, system_prompt, context,
                                status, version, message_count, created_at, last_activity,
                                request_key)
      values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
      on conflict (request_key) do nothing
      """;

  private static final String BY_KEY = "select * from conversation where request_key = ?";

  private static final String COUNT =
      """
      select count(*) from conversation
      where tenant_id = ? and user_id = ? and status <> 'deleted'
      """;

  private static final String FIND =
      "select * from conversation where id = ? and tenant_id = ? and user_id = ?";

  /** Passes over those that are being written to: they are not idle. As an array, it runs once. */
  private static final String IDLE =
      """
      any (array(select id from conversation where status = ? and last_activity < ?
                 limit ? for update skip locked))
      """;

  private static final String ARCHIVE =
      "update conversation set status = 'archived', version = version + 1 where id = " + IDLE;

  private static final String ERASE =
      """
      with erased as (
        update conversation
        set status = 'deleted', version = version + 1, message_count = 0, title = null,
            system_prompt = null, context = '{}'
        where id = %s
        returning id),
      gone as (delete from message using erased where conversation_id = erased.id)
      select count(*) from erased
      """
          .formatted(IDLE);

  private static final String FORGET = "delete from conversation where id = " + IDLE;

  private final Transactions transactions;

  JdbcConversationStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Conversation add(Conversation conversation, Optional<String> requestKey, Duration window) {
    return transactions.run(
        connection -> {
          if (requestKey.isPresent()) {
            Instant outdated = conversation.createdAt().minus(window);
            update(connection, FREE_KEY, requestKey.get(), outdated);
          }
          if (insert(connection, conversation, requestKey)) {
            return conversation;
          }
          return select(connection, BY_KEY, requestKey).orElse(conversation);
        });
  }

  private static boolean insert(
      Connection connection, Conversation conversation, Optional<String> requestKey)
      throws SQLException {
    return update(
            connection,
            INSERT,
            conversation.id(),
            conversation.owner().tenantId(),
            conversation.owner().userId(),
            conversation.botId(),
            conversation.title(),
            conversation.systemPrompt(),
            conversation.context(),
            conversation.status().wire(),
            conversation.version(),
            conversation.messageCount(),
            conversation.createdAt(),
            conversation.lastActivity(),
            requestKey)
        == 1;
  }

  @Override
  public int count(Owner owner) {
    return transactions.run(
        connection -> number(connection, COUNT, owner.tenantId(), owner.userId()));
  }

  @Override
  public Optional<Conversation> find(Owner owner, UUID id) {
    return transactions.run(
        connection -> select(connection, FIND, id, owner.tenantId(), owner.userId()));
  }

  @Override
  public int archive(Instant idleSince, int limit) {
    return transactions.run(connection -> update(connection, ARCHIVE, "active", idleSince, limit));
  }

  @Override
  public int delete(Instant idleSince, int limit) {
    return transactions.run(connection -> number(connection, ERASE, "archived", idleSince, limit));
  }

  @Override
  public int forget(Instant idleSince, int limit) {
    return transactions.run(connection -> update(connection, FORGET, "deleted", idleSince, limit));
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  private static int number(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static Optional<Conversation> select(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(conversation(row)) : Optional.empty();
      }
    }
  }

  private static Conversation conversation(ResultSet row) throws SQLException {
    return new Conversation(
        row.getObject("id", UUID.class),
        new Owner(row.getString("tenant_id"), row.getString("user_id")),
        Columns.text(row, "bot_id"),
        Columns.text(row, "title"),
        Columns.text(row, "system_prompt"),
        Columns.object(row, "context"),
        ConversationStatus.of(row.getString("status")),
        row.getLong("version"),
        row.getInt("message_count"),
        Columns.instant(row, "created_at").orElseThrow(),
        Columns.instant(row, "last_activity").orElseThrow());
  }
}
