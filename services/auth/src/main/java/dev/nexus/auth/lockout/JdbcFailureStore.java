package dev.nexus.auth.lockout;

import dev.nexus.auth.storage.StorageFailure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Counters in the table {@code login_failure}, shared by all replicas. */
@ApplicationScoped
class JdbcFailureStore implements FailureStore {

  private static final String FIND =
      "select failures, last_at from login_failure where account = ? and network = ?";

  private static final String ADD =
      """
      insert into login_failure as known (account, network, failures, last_at)
      values (?, ?, 1, ?)
      on conflict (account, network) do update set
        failures = case when known.last_at < ? then 1 else least(known.failures, 1000000) + 1 end,
        last_at = greatest(known.last_at, excluded.last_at)
      returning failures, last_at
      """;

  private static final String CLEAR = "delete from login_failure where account = ? and network = ?";

  private static final String FORGET =
      """
      delete from login_failure where last_at < ? or last_at < (
        select last_at from login_failure order by last_at desc offset ? limit 1)
      """;

  private final AgroalDataSource database;

  JdbcFailureStore(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public Optional<Failures> find(LoginKey key) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      bind(select, key);
      return read(select);
    } catch (SQLException e) {
      throw StorageFailure.of("find failed logins", e);
    }
  }

  @Override
  public Failures add(LoginKey key, Instant at, Instant quietSince) {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert = connection.prepareStatement(ADD)) {
      bind(upsert, key);
      upsert.setObject(3, at.atOffset(ZoneOffset.UTC));
      upsert.setObject(4, quietSince.atOffset(ZoneOffset.UTC));
      return read(upsert).orElseThrow();
    } catch (SQLException e) {
      throw StorageFailure.of("count a failed login", e);
    }
  }

  @Override
  public void clear(LoginKey key) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(CLEAR)) {
      bind(delete, key);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw StorageFailure.of("clear failed logins", e);
    }
  }

  @Override
  public int forget(Instant before, int maxKeys) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.setInt(2, maxKeys - 1);
      return delete.executeUpdate();
    } catch (SQLException e) {
      throw StorageFailure.of("forget failed logins", e);
    }
  }

  private static void bind(PreparedStatement statement, LoginKey key) throws SQLException {
    statement.setString(1, key.account());
    statement.setString(2, key.network());
  }

  private static Optional<Failures> read(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Failures(
                  row.getInt("failures"),
                  row.getObject("last_at", OffsetDateTime.class).toInstant()))
          : Optional.empty();
    }
  }
}
