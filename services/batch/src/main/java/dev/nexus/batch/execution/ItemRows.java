package dev.nexus.batch.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.batch.item.Item;
import dev.nexus.batch.item.ItemError;
import dev.nexus.batch.item.Outcome;
import dev.nexus.batch.item.Outcome.Answered;
import dev.nexus.batch.item.Outcome.Cached;
import dev.nexus.batch.item.Outcome.Unanswered;
import dev.nexus.batch.item.Progress;
import dev.nexus.batch.item.Progress.Ended;
import dev.nexus.batch.item.Progress.InProgress;
import dev.nexus.batch.item.Progress.Pending;
import dev.nexus.batch.item.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items in the table {@code item}. */
@ApplicationScoped
class ItemRows {

  private static final String INSERT =
      """
      insert into item (batch, position, operation_id, type, request, execution_id, state)
      values (?, ?, ?, ?, ?::json, ?, ?)
      """;

  private static final String UPDATE =
      """
      update item
      set state = ?, started_at = ?, completed_at = ?, response = ?::json, error = ?::json,
          cache_hit = ?, cache_ttl = ?
      where batch = ? and position = ?
      """;

  private static final String END_OPEN =
      """
      update item set state = 'failed', completed_at = ?, error = ?::json
      where batch = any(?) and state in ('pending', 'in_progress')
      """;

  private static final String SELECT =
      "select * from item where batch = ? order by position limit ? offset ?";

  private final ObjectMapper json;

  ItemRows(ObjectMapper json) {
    this.json = json;
  }

  void insert(Connection connection, UUID batch, List<Item> items) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Item item : items) {
        insert.setObject(1, batch);
        insert.setInt(2, item.position());
        insert.setInt(3, item.task().operationId());
        insert.setString(4, item.task().type());
        insert.setString(5, item.task().request().toString());
        insert.setObject(6, item.executionId());
        insert.setString(7, item.progress().wire());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Stores where the items stand now. */
  void update(Connection connection, UUID batch, List<Item> items) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (Item item : items) {
        update.setString(1, item.progress().wire());
        update.setTimestamp(2, timestamp(item.startedAt()));
        update.setTimestamp(3, timestamp(item.completedAt()));
        bind(update, item.outcome());
        update.setObject(8, batch);
        update.setInt(9, item.position());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void bind(PreparedStatement update, Optional<Outcome> outcome) throws SQLException {
    Optional<Answered> answered =
        outcome.filter(Answered.class::isInstance).map(Answered.class::cast);
    Optional<Unanswered> unanswered =
        outcome.filter(Unanswered.class::isInstance).map(Unanswered.class::cast);
    Optional<Cached> cached = answered.flatMap(Answered::cache);
    update.setString(4, answered.map(a -> a.response().toString()).orElse(null));
    update.setString(5, unanswered.map(u -> write(u.error())).orElse(null));
    update.setObject(6, cached.map(Cached::hit).orElse(null), Types.BOOLEAN);
    update.setObject(7, cached.map(Cached::ttl).orElse(null), Types.INTEGER);
  }

  /** Ends all open items of the batches with one error. */
  void endOpen(Connection connection, List<UUID> batches, ItemError error, Instant now)
      throws SQLException {
    try (PreparedStatement end = connection.prepareStatement(END_OPEN)) {
      end.setTimestamp(1, Timestamp.from(now));
      end.setString(2, write(error));
      end.setArray(3, connection.createArrayOf("uuid", batches.toArray()));
      end.executeUpdate();
    }
  }

  List<Item> select(Connection connection, UUID batch, int limit, int offset) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, batch);
      select.setInt(2, limit);
      select.setInt(3, offset);
      try (ResultSet row = select.executeQuery()) {
        List<Item> items = new ArrayList<>();
        while (row.next()) {
          items.add(item(row));
        }
        return items;
      }
    }
  }

  private Item item(ResultSet row) throws SQLException {
    Task task =
        new Task(
            row.getInt("operation_id"),
            row.getString("type"),
            read(row.getString("request"), JsonNode.class));
    return new Item(
        row.getInt("position"), task, row.getObject("execution_id", UUID.class), progress(row));
  }

  private Progress progress(ResultSet row) throws SQLException {
    Optional<Instant> started = instant(row, "started_at");
    Optional<Instant> completed = instant(row, "completed_at");
    if (completed.isPresent()) {
      return new Ended(started, completed.get(), outcome(row));
    }
    return started.<Progress>map(InProgress::new).orElseGet(Pending::new);
  }

  private Outcome outcome(ResultSet row) throws SQLException {
    @Nullable String response = row.getString("response");
    if (response == null) {
      return new Unanswered(read(row.getString("error"), ItemError.class));
    }
    boolean hit = row.getBoolean("cache_hit");
    Optional<Cached> cached =
        row.wasNull() ? Optional.empty() : Optional.of(new Cached(hit, row.getInt("cache_ttl")));
    return new Answered(read(response, JsonNode.class), cached);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
    return instant.map(Timestamp::from).orElse(null);
  }

  private String write(ItemError error) {
    try {
      return json.writeValueAsString(error);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an error is always writable", e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored document is unreadable", e);
    }
  }
}
