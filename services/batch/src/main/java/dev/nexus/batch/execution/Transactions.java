package dev.nexus.batch.execution;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs work on the database: all of it or nothing. */
@ApplicationScoped
class Transactions {

  private final AgroalDataSource database;

  Transactions(AgroalDataSource database) {
    this.database = database;
  }

  <T> T run(Work<T> work) {
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

  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
