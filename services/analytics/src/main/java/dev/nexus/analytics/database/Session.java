package dev.nexus.analytics.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** A borrowed connection whose statements have a time limit: each its own, or all together one. */
public final class Session {

  private final Connection connection;
  private final Duration limit;
  private final Optional<Deadline> deadline;

  private Session(Connection connection, Duration limit, Optional<Deadline> deadline) {
    this.connection = connection;
    this.limit = limit;
    this.deadline = deadline;
  }

  /** Each statement has the limit. */
  static Session each(Connection connection, Duration limit) {
    return new Session(connection, limit, Optional.empty());
  }

  /** In a transaction: each statement has what those before it left of the limit. */
  static Session together(Connection connection, Duration limit, Deadline deadline) {
    return new Session(connection, limit, Optional.of(deadline));
  }

  /** A statement that is cancelled at the limit. */
  public PreparedStatement prepare(String sql) throws SQLException {
    bound();
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout((int) limit.toSeconds());
    return statement;
  }

  /** Runs a statement that takes no values, such as DDL. */
  public void execute(String sql) throws SQLException {
    bound();
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) limit.toSeconds());
      statement.execute(sql);
    }
  }

  /** The driver's own limit counts whole seconds and is for one statement. */
  private void bound() throws SQLException {
    if (deadline.isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local statement_timeout = " + deadline.get().left().toMillis());
      }
    }
  }
}
