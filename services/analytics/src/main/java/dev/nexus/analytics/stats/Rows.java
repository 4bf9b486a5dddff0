package dev.nexus.analytics.stats;

import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.scope.Conditions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a query over chosen events. */
final class Rows {

  /** Where the conditions stand in a query; they come before every other value. */
  static final String CHOSEN = "${chosen}";

  private Rows() {}

  /** What a row means. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * All rows.
   *
   * @param query constant SQL with {@link #CHOSEN} once
   * @param more values for what follows the conditions
   */
  static <T> List<T> all(
      Session session, String query, Conditions chosen, Reader<T> reader, Object... more)
      throws SQLException {
    try (PreparedStatement select = session.prepare(query.replace(CHOSEN, chosen.sql()))) {
      int next = chosen.bind(select, 1);
      for (Object value : more) {
        select.setObject(next, value);
        next++;
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }
  }

  /** The only row of an aggregate. */
  static <T> T one(
      Session session, String query, Conditions chosen, Reader<T> reader, Object... more)
      throws SQLException {
    return all(session, query, chosen, reader, more).getFirst();
  }
}
