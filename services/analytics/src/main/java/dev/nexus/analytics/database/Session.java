package dev.nexus.analytics.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A borrowed connection whose statements have a time limit. */
public final class Session {

  private final Connection connection;
  private final Duration limit;

  Session(Connection connection, Duration limit) {
    this.connection = connection;
    this.limit = limit;
  }

  /** A statement that is cancelled at the limit. */
  public PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout((int) limit.toSeconds());
    return statement;
  }

  /** Runs a statement that takes no values, such as DDL. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) limit.toSeconds());
      statement.execute(sql);
    }
  }
}
