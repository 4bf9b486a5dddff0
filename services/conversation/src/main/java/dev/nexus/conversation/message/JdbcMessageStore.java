package dev.nexus.conversation.message;

import static dev.nexus.conversation.database.Columns.bind;

import dev.nexus.conversation.database.Columns;
import dev.nexus.conversation.database.Transactions;
import dev.nexus.conversation.lifecycle.ConversationStatus;
import dev.nexus.conversation.message.Acceptance.Accepted;
import dev.nexus.conversation.message.Acceptance.Clash;
import dev.nexus.conversation.message.Acceptance.Closed;
import dev.nexus.conversation.message.Acceptance.Full;
import dev.nexus.conversation.message.Acceptance.Repeated;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages in the table {@code message}; the conversation's row is the lock and the counter. */
@ApplicationScoped
class JdbcMessageStore implements MessageStore {

  /** From here to the commit nobody else adds to the conversation. */
  private static final String LOCK =
      "select status, message_count from conversation where id = ? for update";

  /** Times follow the numbers, even where the clocks of two replicas disagree. */
  private static final String NEXT =
      """
      update conversation
      set version = version + 1, message_count = message_count + 1,
          last_activity = greatest(?, last_activity + interval '1 microsecond')
      where id = ?
      returning message_count, last_activity
      """;

  private static final String BY_CLIENT_ID =
      "select * from message where conversation_id = ? and client_message_id = ?";

  private static final String BY_REQUEST =
      """
      select * from message where conversation_id = ? and request_key = ? and created_at >= ?
      order by sequence desc limit 1
      """;

  private static final String ANSWER =
      "select * from message where conversation_id = ? and answers = ?";

  private static final String TAKE_OVER =
      """
      update message set answer_due = ?
      where conversation_id = ? and sequence = ? and answer_due < ?
      """;

  private static final String LATEST =
      """
      select * from (
        select m.*,
               sum(octet_length(content) + octet_length(metadata::text))
                 over (order by sequence desc) as size
        from message m where conversation_id = ? and sequence <= ?
        order by sequence desc limit ?) as latest
      where size <= ? or sequence = ?
      order by sequence
      """;

  private static final String IN_SPAN =
      " from message where conversation_id = ? and created_at > ? and created_at < ? ";

  private final Transactions transactions;

  JdbcMessageStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Acceptance accept(NewMessage message, int max) {
    return transactions.run(
        connection -> {
          Optional<Head> head = lock(connection, message.conversationId());
          if (head.isEmpty()) {
            return new Closed(ConversationStatus.DELETED);
          }
          Optional<Message> earlier = earlier(connection, message);
          if (earlier.isPresent()) {
            boolean same = message.draft().isSameAs(earlier.get());
            return same ? new Repeated(earlier.get()) : new Clash();
          }
          if (head.get().status() != ConversationStatus.ACTIVE) {
            return new Closed(head.get().status());
          }
          return head.get().count() + 2 > max ? new Full() : new Accepted(add(connection, message));
        });
  }

  private static Optional<Head> lock(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      bind(lock, id);
      try (ResultSet row = lock.executeQuery()) {
        return row.next()
            ? Optional.of(new Head(ConversationStatus.of(row.getString(1)), row.getInt(2)))
            : Optional.empty();
      }
    }
  }

  /** By the client's name for it, for ever; by the request, within its window. */
  private static Optional<Message> earlier(Connection connection, NewMessage message)
      throws SQLException {
    Optional<String> clientId = message.draft().clientMessageId();
    if (clientId.isPresent()) {
      List<Message> named =
          MessageRows.select(connection, BY_CLIENT_ID, message.conversationId(), clientId.get());
      if (!named.isEmpty()) {
        return Optional.of(named.getFirst());
      }
    }
    if (message.requestKey().isEmpty()) {
      return Optional.empty();
    }
    return first(
        MessageRows.select(
            connection,
            BY_REQUEST,
            message.conversationId(),
            message.requestKey().get(),
            message.repeatsSince()));
  }

  private static Message add(Connection connection, NewMessage message) throws SQLException {
    Place place = next(connection, message.conversationId(), message.now());
    Draft draft = message.draft();
    Message added =
        new Message(
            message.conversationId(),
            place.sequence(),
            UUID.randomUUID(),
            SenderType.USER,
            Optional.of(message.userId()),
            draft.type(),
            MessageStatus.SENT,
            draft.content(),
            Optional.empty(),
            draft.metadata(),
            place.at(),
            draft.clientMessageId(),
            Optional.empty(),
            Optional.of(message.answerDue()));
    MessageRows.insert(connection, added, message.requestKey());
    return added;
  }

  private static Place next(Connection connection, UUID conversationId, Instant now)
      throws SQLException {
    try (PreparedStatement next = connection.prepareStatement(NEXT)) {
      bind(next, now, conversationId);
      try (ResultSet row = next.executeQuery()) {
        row.next();
        return new Place(row.getInt(1), Columns.instant(row, "last_activity").orElseThrow());
      }
    }
  }

  @Override
  public Optional<Message> answer(Message question) {
    return transactions.run(connection -> answer(connection, question));
  }

  private static Optional<Message> answer(Connection connection, Message question)
      throws SQLException {
    return first(
        MessageRows.select(connection, ANSWER, question.conversationId(), question.sequence()));
  }

  @Override
  public Message settle(NewAnswer answer) {
    Message question = answer.question();
    return transactions.run(
        connection -> {
          lock(connection, question.conversationId());
          Optional<Message> earlier = answer(connection, question);
          return earlier.isPresent() ? earlier.get() : add(connection, answer);
        });
  }

  private static Message add(Connection connection, NewAnswer answer) throws SQLException {
    Message question = answer.question();
    Place place = next(connection, question.conversationId(), answer.now());
    Message added =
        new Message(
            question.conversationId(),
            place.sequence(),
            UUID.randomUUID(),
            SenderType.ASSISTANT,
            answer.assistantId(),
            MessageType.TEXT,
            answer.status(),
            answer.reply().text(),
            answer.intent(),
            answer.metadata(),
            place.at(),
            Optional.empty(),
            Optional.of(question.sequence()),
            Optional.empty());
    MessageRows.insert(connection, added, Optional.empty());
    return added;
  }

  @Override
  public boolean takeOver(Message question, Instant now, Instant until) {
    return transactions.run(
        connection -> {
          try (PreparedStatement take = connection.prepareStatement(TAKE_OVER)) {
            bind(take, until, question.conversationId(), question.sequence(), now);
            return take.executeUpdate() == 1;
          }
        });
  }

  @Override
  public List<Message> latest(UUID conversationId, int upTo, int max, long maxSize) {
    return transactions.run(
        connection ->
            MessageRows.select(connection, LATEST, conversationId, upTo, max, maxSize, upTo));
  }

  @Override
  public int count(UUID conversationId, Span span) {
    return transactions.run(
        connection -> {
          try (PreparedStatement count = connection.prepareStatement("select count(*)" + IN_SPAN)) {
            bind(count, conversationId, span.after(), span.before());
            try (ResultSet row = count.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  @Override
  public List<Message> page(UUID conversationId, Span span, int limit, int offset) {
    return transactions.run(
        connection ->
            MessageRows.select(
                connection,
                "select *" + IN_SPAN + "order by sequence limit ? offset ?",
                conversationId,
                span.after(),
                span.before(),
                limit,
                offset));
  }

  private static Optional<Message> first(List<Message> messages) {
    return messages.stream().findFirst();
  }

  private record Head(ConversationStatus status, int count) {}

  private record Place(int sequence, Instant at) {}
}
