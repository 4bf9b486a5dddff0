package dev.nexus.ai.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.ai.composition.Composition;
import dev.nexus.ai.composition.ExecutionStatus;
import dev.nexus.ai.execution.Acceptance.Accepted;
import dev.nexus.ai.execution.Acceptance.OverQuota;
import dev.nexus.ai.execution.Acceptance.Repeated;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Executions in PostgreSQL. */
@ApplicationScoped
class JdbcExecutionStore implements ExecutionStore {

  /** Takes the claim if it is free or outdated; a concurrent twin waits here for the first one. */
  private static final String CLAIM =
      """
      insert into execution_claim as c (key, execution_id, claimed_at) values (?, ?, ?)
      on conflict (key) do update
        set execution_id = excluded.execution_id, claimed_at = excluded.claimed_at
        where c.claimed_at < ?
      """;

  private static final String CLAIMED = "select execution_id from execution_claim where key = ?";

  private static final String INSERT =
      """
      insert into execution
        (id, intent_id, tenant_id, user_id, status, query, language, started_at, fence, lease_until)
      values (?, ?, ?, ?, 'in_progress', ?, ?, ?, ?, now() + interval '10 seconds')
      """;

  /** Rows without a lease are the version before's. */
  private static final String LEASE = "coalesce(lease_until, started_at + interval '60 seconds')";

  private static final String TAKE_OVER =
      "update execution set fence = ?, lease_until = now() + interval '10 seconds'"
          + " where id = ? and status = 'in_progress' and now() > "
          + LEASE;

  /** Five signs of life in the time of a lease. */
  private static final String RENEW =
      """
      update execution set lease_until = now() + interval '10 seconds'
      where fence = any (?) and status = 'in_progress'
      """;

  private static final String RETURN_KEY =
      "delete from execution_claim where key = ? and execution_id = ?";

  private static final String COUNT =
      """
      insert into quota_usage as q (tenant_id, user_id, day, used) values (?, ?, ?, 1)
      on conflict (tenant_id, user_id, day) do update set used = q.used + 1
      returning used
      """;

  private static final String USED =
      "select used from quota_usage where tenant_id = ? and user_id = ? and day = ?";

  private static final String END =
      """
      update execution
      set status = ?, completed_at = ?, result = ?::jsonb, error_message = ?, cache_hit = ?,
          lease_until = null
      where id = ? and fence = ? and status = 'in_progress'
      """;

  private static final String FIND =
      "select intent_id, status, started_at, completed_at, result, error_message, cache_hit,"
          + " case when status = 'in_progress' and now() > "
          + LEASE
          + " then "
          + LEASE
          + " end as lapsed_at from execution where id = ? and tenant_id = ? and user_id = ?";

  private final AgroalDataSource database;
  private final ObjectMapper json;

  JdbcExecutionStore(AgroalDataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public Acceptance accept(NewExecution execution, Duration window, long quota) {
    return inTransaction(
        connection -> {
          Owner owner = execution.owner();
          Date today = day(execution.startedAt());
          if (execution.key().isPresent()
              && !claim(connection, execution.key().get(), execution, window)) {
            return new Repeated(
                claimed(connection, execution.key().get()), used(connection, owner, today));
          }
          long used = count(connection, owner, today);
          if (used > quota) {
            return new OverQuota();
          }
          insert(connection, execution);
          return new Accepted(used);
        });
  }

  private static boolean claim(
      Connection connection, String key, NewExecution execution, Duration window)
      throws SQLException {
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, key);
      claim.setObject(2, execution.claim().execution());
      claim.setTimestamp(3, Timestamp.from(execution.startedAt()));
      claim.setTimestamp(4, Timestamp.from(execution.startedAt().minus(window)));
      return claim.executeUpdate() == 1;
    }
  }

  private static UUID claimed(Connection connection, String key) throws SQLException {
    try (PreparedStatement claimed = connection.prepareStatement(CLAIMED)) {
      claimed.setString(1, key);
      try (ResultSet row = claimed.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  private static long count(Connection connection, Owner owner, Date day) throws SQLException {
    return number(connection, COUNT, owner, day);
  }

  private static long used(Connection connection, Owner owner, Date day) throws SQLException {
    return number(connection, USED, owner, day);
  }

  private static long number(Connection connection, String sql, Owner owner, Date day)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, owner.tenantId());
      statement.setString(2, owner.userId());
      statement.setDate(3, day);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static void insert(Connection connection, NewExecution execution) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, execution.claim().execution());
      insert.setObject(2, execution.intentId());
      insert.setString(3, execution.owner().tenantId());
      insert.setString(4, execution.owner().userId());
      insert.setString(5, execution.query());
      insert.setString(6, execution.language());
      insert.setTimestamp(7, Timestamp.from(execution.startedAt()));
      insert.setObject(8, execution.claim().fence());
      insert.executeUpdate();
    }
  }

  @Override
  public boolean takeOver(Claim claim) {
    return inTransaction(
        connection -> {
          try (PreparedStatement take = connection.prepareStatement(TAKE_OVER)) {
            take.setObject(1, claim.fence());
            take.setObject(2, claim.execution());
            return take.executeUpdate() == 1;
          }
        });
  }

  @Override
  public void renew(List<UUID> fences) {
    inTransaction(
        connection -> {
          try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
            renew.setArray(1, connection.createArrayOf("uuid", fences.toArray()));
            return renew.executeUpdate();
          }
        });
  }

  @Override
  public void finish(Claim claim, Composition composition, boolean cacheHit, Instant now) {
    String result = write(composition);
    End end = new End(composition.status(), result, null, cacheHit, now);
    inTransaction(connection -> end(connection, claim, end));
  }

  @Override
  public void fail(Claim claim, Optional<String> key, String error, Instant now) {
    End end = new End(ExecutionStatus.FAILED, null, error, false, now);
    inTransaction(
        connection -> {
          boolean ended = end(connection, claim, end);
          if (ended && key.isPresent()) {
            returnKey(connection, key.get(), claim);
          }
          return ended;
        });
  }

  private static boolean end(Connection connection, Claim claim, End how) throws SQLException {
    try (PreparedStatement end = connection.prepareStatement(END)) {
      end.setString(1, how.status().wire());
      end.setTimestamp(2, Timestamp.from(how.now()));
      end.setString(3, how.result());
      end.setString(4, how.error());
      end.setBoolean(5, how.cacheHit());
      end.setObject(6, claim.execution());
      end.setObject(7, claim.fence());
      return end.executeUpdate() == 1;
    }
  }

  private static void returnKey(Connection connection, String key, Claim claim)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(RETURN_KEY)) {
      delete.setString(1, key);
      delete.setObject(2, claim.execution());
      delete.executeUpdate();
    }
  }

  @Override
  public Optional<Execution> find(UUID id, Owner owner) {
    return inTransaction(
        connection -> {
          try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            find.setString(2, owner.tenantId());
            find.setString(3, owner.userId());
            try (ResultSet row = find.executeQuery()) {
              return row.next() ? Optional.of(execution(id, row)) : Optional.empty();
            }
          }
        });
  }

  private Execution execution(UUID id, ResultSet row) throws SQLException {
    return new Execution(
        id,
        row.getObject("intent_id", UUID.class),
        ExecutionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("completed_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("result")).map(this::read),
        Optional.ofNullable(row.getString("error_message")),
        row.getBoolean("cache_hit"),
        Optional.ofNullable(row.getTimestamp("lapsed_at")).map(Timestamp::toInstant));
  }

  @Override
  public int forget(Instant executionsBefore, Instant claimsBefore) {
    return inTransaction(
        connection -> {
          delete(connection, "delete from execution_claim where claimed_at < ?", claimsBefore);
          // A day more: the session's day may not be UTC's.
          delete(connection, "delete from quota_usage where day < ?::date - 1", claimsBefore);
          return delete(connection, "delete from execution where started_at < ?", executionsBefore);
        });
  }

  private static int delete(Connection connection, String sql, Instant before) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setTimestamp(1, Timestamp.from(before));
      return delete.executeUpdate();
    }
  }

  private static Date day(Instant instant) {
    return Date.valueOf(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  private String write(Composition composition) {
    try {
      return json.writeValueAsString(composition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a composition is always writable", e);
    }
  }

  private Composition read(String text) {
    try {
      return json.readValue(text, Composition.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored composition is unreadable", e);
    }
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        if (result instanceof OverQuota) {
          connection.rollback();
        } else {
          connection.commit();
        }
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused", e);
    }
  }

  private record End(
      ExecutionStatus status,
      @Nullable String result,
      @Nullable String error,
      boolean cacheHit,
      Instant now) {}

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
