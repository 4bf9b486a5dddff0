package dev.nexus.analytics.database;

import dev.nexus.analytics.overload.Gate;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs work on the database and tells clients of its failures what they can do about them. */
@ApplicationScoped
public class Database {

  private static final Logger LOG = Logger.getLogger(Database.class);

  private final AgroalDataSource source;
  private final DatabaseConfig config;
  private final Gate reads;

  Database(AgroalDataSource source, DatabaseConfig config) {
    this.source = source;
    this.config = config;
    this.reads =
        Gate.ofCount("reads", config.maxReads(), config.maxWaitingReads(), config.patience());
  }

  /** Work on a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Session session) throws SQLException;
  }

  /** Each statement of the work is a transaction of its own, durable when it returns. */
  public <T> T each(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.on(Session.each(connection, config.statementTimeout()));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The work is one transaction, durable when this returns. */
  public <T> T transaction(Work<T> work) {
    return transaction(connection -> Session.each(connection, config.statementTimeout()), work);
  }

  private <T> T transaction(Function<Connection, Session> sessions, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(sessions.apply(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * All reads of the work see the same state, with everything that was answered before. Together
   * they have the time of one statement: whoever asked waits for all of them.
   *
   * @throws dev.nexus.analytics.overload.OverloadException when there are too many already
   */
  public <T> T snapshot(Work<T> work) {
    return reads.pass(0, () -> read(work));
  }

  private <T> T read(Work<T> work) {
    Duration limit = config.statementTimeout();
    Deadline deadline = Deadline.in(limit);
    return transaction(
        connection -> Session.together(connection, limit, deadline),
        session -> {
          session.execute("set transaction isolation level repeatable read, read only");
          return work.on(session);
        });
  }

  private static RuntimeException failure(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.equals(Deadline.CANCELLED)) {
      LOG.warnf("Statement cancelled at its time limit");
      return new NexusException(CommonError.TIMEOUT, "It took too long: ask for a shorter period");
    }
    if (isAway(state)) {
      LOG.warnf("Database not available for now: %s", e.getMessage());
      return new NexusException(CommonError.SERVICE_UNAVAILABLE, "The database is not available");
    }
    return new IllegalStateException("the database refused", e);
  }

  /**
   * Whether it is the connection and not the statement: no state is the pool's, 08 the network's,
   * 40 a deadlock, 53 a lack of resources, 55 a lock, 57 a shutdown.
   */
  private static boolean isAway(String state) {
    return state.equals("null") || state.matches("(08|40|53|55|57).*");
  }
}
