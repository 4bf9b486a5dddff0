package dev.nexus.conversation.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Values as the driver takes and gives them. */
public final class Columns {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Columns() {}

  /**
   * Binds the values from the first parameter on; instants and optionals as what they stand for.
   */
  public static void bind(PreparedStatement statement, Object... values) throws SQLException {
    int index = 1;
    for (Object value : values) {
      Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      switch (plain) {
        case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        case ObjectNode json -> statement.setString(index, json.toString());
        case null -> statement.setObject(index, null);
        default -> statement.setObject(index, plain);
      }
      index++;
    }
  }

  /** A timestamp that may be absent. */
  public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** A text that may be absent. */
  public static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** A JSON object. */
  public static ObjectNode object(ResultSet row, String column) throws SQLException {
    try {
      return (ObjectNode) JSON.readTree(row.getString(column));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored object is unreadable", e);
    }
  }
}
