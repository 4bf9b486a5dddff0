package dev.nexus.conversation.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs work in a transaction, at PostgreSQL's read committed. */
@ApplicationScoped
public class Transactions {

  private final AgroalDataSource database;

  Transactions(AgroalDataSource database) {
    this.database = database;
  }

  /** Commits what the work did and gives its result; what it throws undoes it. */
  public <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused", e);
    }
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
