package dev.nexus.conversation.message;

import static dev.nexus.conversation.database.Columns.bind;

import dev.nexus.conversation.database.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Between a {@link Message} and its row. */
final class MessageRows {

  private static final String INSERT =
      """
      insert into message (conversation_id, sequence, id, sender_type, sender_id, type, status,
                           content, intent, metadata, created_at, client_message_id, answers,
                           answer_due, request_key)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
      """;

  private MessageRows() {}

  static void insert(Connection connection, Message message, Optional<String> requestKey)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      bind(
          insert,
          message.conversationId(),
          message.sequence(),
          message.id(),
          message.senderType().wire(),
          message.senderId(),
          message.type().wire(),
          message.status().wire(),
          message.content(),
          message.intent(),
          message.metadata(),
          message.createdAt(),
          message.clientMessageId(),
          message.answers(),
          message.answerDue(),
          requestKey);
      insert.executeUpdate();
    }
  }

  static List<Message> select(Connection connection, String sql, Object... values)
      throws SQLException {
    List<Message> messages = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, values);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          messages.add(message(row));
        }
      }
    }
    return messages;
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getObject("conversation_id", UUID.class),
        row.getInt("sequence"),
        row.getObject("id", UUID.class),
        SenderType.of(row.getString("sender_type")),
        Columns.text(row, "sender_id"),
        MessageType.parse(row.getString("type")).orElseThrow(),
        MessageStatus.of(row.getString("status")),
        row.getString("content"),
        Columns.text(row, "intent"),
        Columns.object(row, "metadata"),
        Columns.instant(row, "created_at").orElseThrow(),
        Columns.text(row, "client_message_id"),
        Optional.ofNullable(row.getObject("answers", Integer.class)),
        Columns.instant(row, "answer_due"));
  }
}
