package dev.nexus.batch.execution;

import dev.nexus.batch.execution.Acceptance.Accepted;
import dev.nexus.batch.execution.Acceptance.OverQuota;
import dev.nexus.batch.execution.Acceptance.Repeated;
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
import java.util.Optional;
import java.util.UUID;

/** Decides in one transaction what becomes of a request for a batch. */
@ApplicationScoped
class Admission {

  /** Takes the key if it is free or outdated; a concurrent twin waits here for the first one. */
  private static final String CLAIM =
      """
      insert into batch_claim as c (key, batch, claimed_at) values (?, ?, ?)
      on conflict (key) do update
        set batch = excluded.batch, claimed_at = excluded.claimed_at
        where c.claimed_at < ?
      """;

  private static final String CLAIMED = "select batch from batch_claim where key = ?";

  private static final String TAKE_OVER =
      """
      update batch set fence = ?, lease_until = now() + ? * interval '1 millisecond'
      where id = ? and state = 'in_progress' and lease_until < now()
      """;

  private static final String INSERT =
      """
      insert into batch
        (id, batch_id, tenant_id, user_id, state, operations, total, started_at, fence, lease_until)
      values (?, ?, ?, ?, 'in_progress', ?, ?, ?, ?, now() + ? * interval '1 millisecond')
      """;

  private static final String COUNT =
      """
      insert into quota_usage as q (tenant_id, user_id, day, used) values (?, ?, ?, ?)
      on conflict (tenant_id, user_id, day) do update set used = q.used + excluded.used
      returning used
      """;

  private final ItemRows rows;
  private final ExecutionConfig config;

  Admission(ItemRows rows, ExecutionConfig config) {
    this.rows = rows;
    this.config = config;
  }

  Acceptance decide(Connection connection, NewBatch batch, Duration window, long quota)
      throws SQLException {
    Optional<UUID> earlier = earlier(connection, batch, window);
    if (earlier.isPresent()) {
      return repeat(connection, batch, earlier.get());
    }
    long used = count(connection, batch, batch.order().tasks().size());
    if (used > quota) {
      connection.rollback();
      return new OverQuota();
    }
    insert(connection, batch);
    Accepted accepted = new Accepted(batch.claim(), batch.items(), used);
    rows.insert(connection, batch.claim().batch(), accepted.items());
    return accepted;
  }

  private Acceptance repeat(Connection connection, NewBatch batch, UUID earlier)
      throws SQLException {
    long used = count(connection, batch, 0);
    Claim claim = new Claim(earlier, batch.claim().fence());
    if (!takeOver(connection, claim)) {
      return new Repeated(earlier, used);
    }
    int all = batch.order().tasks().size();
    return new Accepted(claim, rows.select(connection, earlier, all, 0), used);
  }

  /** The batch that the request repeats; empty when it is the first of its kind. */
  private static Optional<UUID> earlier(Connection connection, NewBatch batch, Duration window)
      throws SQLException {
    if (batch.key().isEmpty()) {
      return Optional.empty();
    }
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, batch.key().get());
      claim.setObject(2, batch.claim().batch());
      claim.setTimestamp(3, Timestamp.from(batch.startedAt()));
      claim.setTimestamp(4, Timestamp.from(batch.startedAt().minus(window)));
      if (claim.executeUpdate() == 1) {
        return Optional.empty();
      }
    }
    try (PreparedStatement claimed = connection.prepareStatement(CLAIMED)) {
      claimed.setString(1, batch.key().get());
      try (ResultSet row = claimed.executeQuery()) {
        row.next();
        return Optional.of(row.getObject(1, UUID.class));
      }
    }
  }

  private boolean takeOver(Connection connection, Claim claim) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE_OVER)) {
      take.setObject(1, claim.fence());
      take.setLong(2, config.lease().toMillis());
      take.setObject(3, claim.batch());
      return take.executeUpdate() == 1;
    }
  }

  private void insert(Connection connection, NewBatch batch) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, batch.claim().batch());
      insert.setString(2, batch.batchId());
      insert.setString(3, batch.owner().tenantId());
      insert.setString(4, batch.owner().userId());
      insert.setBoolean(5, batch.order().operations());
      insert.setInt(6, batch.order().tasks().size());
      insert.setTimestamp(7, Timestamp.from(batch.startedAt()));
      insert.setObject(8, batch.claim().fence());
      insert.setLong(9, config.lease().toMillis());
      insert.executeUpdate();
    }
  }

  /** Adds to the owner's items of the day and gives their number. */
  private static long count(Connection connection, NewBatch batch, int items) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setString(1, batch.owner().tenantId());
      count.setString(2, batch.owner().userId());
      count.setDate(3, day(batch.startedAt()));
      count.setLong(4, items);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static Date day(Instant instant) {
    return Date.valueOf(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }
}
