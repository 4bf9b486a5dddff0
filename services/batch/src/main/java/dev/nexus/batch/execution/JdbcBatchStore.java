package dev.nexus.batch.execution;

import dev.nexus.batch.item.Item;
import dev.nexus.batch.item.ItemError;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Batches in PostgreSQL. */
@ApplicationScoped
class JdbcBatchStore implements BatchStore {

  private static final String SELECT = "select *, lease_until < now() as lease_over from batch ";

  private static final String FIND =
      SELECT
          + """
          where tenant_id = ? and user_id = ? and batch_id = ?
          order by position desc limit 1
          """;

  private static final String GET = SELECT + "where id = ?";

  private static final String KEEP =
      """
      update batch set lease_until = now() + ? * interval '1 millisecond'
      where id = ? and fence = ? and state = 'in_progress'
      """;

  /** Counts what is stored, so that the state can never contradict the items. */
  private static final String FINISH =
      """
      update batch
      set completed_at = ?,
          state = case when exists (select from item where batch = id and item.state = 'completed')
                  then 'completed' else 'failed' end
      where id = ?
      """;

  private static final String CANCEL =
      """
      update batch set state = 'cancelled', completed_at = ?, cancel_key = ?
      where id = ? and state = 'in_progress'
      """;

  private static final String CANCELLED_BY =
      "select from batch where id = ? and state = 'cancelled' and cancel_key = ?";

  private static final String TALLY =
      """
      select count(*) as total,
             count(*) filter (where state = 'in_progress') as active,
             count(*) filter (where state = 'completed') as completed,
             count(*) filter (where state = 'failed') as failed
      from batch where tenant_id = ? and user_id = ?
      """;

  private static final String ABANDON =
      """
      update batch set state = 'failed', completed_at = ?
      where id in (select id from batch
                   where state = 'in_progress'
                     and lease_until < now() - ? * interval '1 millisecond'
                   order by lease_until limit 100 for update skip locked)
      returning id
      """;

  private static final String FORGET =
      "delete from batch where id in (select id from batch where started_at < ? limit ?)";

  private final Transactions transactions;
  private final Admission admission;
  private final ItemRows rows;
  private final ExecutionConfig config;

  JdbcBatchStore(
      Transactions transactions, Admission admission, ItemRows rows, ExecutionConfig config) {
    this.transactions = transactions;
    this.admission = admission;
    this.rows = rows;
    this.config = config;
  }

  @Override
  public Acceptance accept(NewBatch batch, Duration window, long quota) {
    return transactions.run(connection -> admission.decide(connection, batch, window, quota));
  }

  @Override
  public boolean keep(Claim claim, List<Item> changes) {
    return transactions.run(connection -> keep(connection, claim, changes));
  }

  /** The row of the batch is locked first, so that a cancellation comes before or after. */
  private boolean keep(Connection connection, Claim claim, List<Item> changes) throws SQLException {
    try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setLong(1, config.lease().toMillis());
      keep.setObject(2, claim.batch());
      keep.setObject(3, claim.fence());
      if (keep.executeUpdate() == 0) {
        return false;
      }
    }
    rows.update(connection, claim.batch(), changes);
    return true;
  }

  @Override
  public boolean finish(Claim claim, List<Item> changes, Instant now) {
    return transactions.run(
        connection -> {
          if (!keep(connection, claim, changes)) {
            return false;
          }
          try (PreparedStatement finish = connection.prepareStatement(FINISH)) {
            finish.setTimestamp(1, Timestamp.from(now));
            finish.setObject(2, claim.batch());
            return finish.executeUpdate() == 1;
          }
        });
  }

  @Override
  public Cancellation cancel(UUID batch, Optional<String> key, Instant now) {
    return transactions.run(
        connection -> {
          try (PreparedStatement cancel = connection.prepareStatement(CANCEL)) {
            cancel.setTimestamp(1, Timestamp.from(now));
            cancel.setString(2, key.orElse(null));
            cancel.setObject(3, batch);
            if (cancel.executeUpdate() == 1) {
              rows.endOpen(connection, List.of(batch), ItemError.CANCELLED, now);
              return Cancellation.CANCELLED;
            }
          }
          return key.isPresent() && isCancelledBy(connection, batch, key.get())
              ? Cancellation.CANCELLED
              : Cancellation.ENDED_BEFORE;
        });
  }

  private static boolean isCancelledBy(Connection connection, UUID batch, String key)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CANCELLED_BY)) {
      select.setObject(1, batch);
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public Optional<Batch> find(Owner owner, String batchId) {
    return transactions.run(
        connection -> {
          try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, owner.tenantId());
            find.setString(2, owner.userId());
            find.setString(3, batchId);
            try (ResultSet row = find.executeQuery()) {
              return row.next() ? Optional.of(batch(row)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public Batch get(UUID batch) {
    return transactions.run(
        connection -> {
          try (PreparedStatement get = connection.prepareStatement(GET)) {
            get.setObject(1, batch);
            try (ResultSet row = get.executeQuery()) {
              row.next();
              return batch(row);
            }
          }
        });
  }

  private static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getObject("id", UUID.class),
        row.getString("batch_id"),
        BatchState.read(row.getString("state")),
        row.getBoolean("operations"),
        row.getInt("total"),
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("completed_at")).map(Timestamp::toInstant),
        row.getBoolean("lease_over"));
  }

  @Override
  public List<Item> items(UUID batch, int limit, int offset) {
    return transactions.run(connection -> rows.select(connection, batch, limit, offset));
  }

  @Override
  public Tally tally(Owner owner) {
    return transactions.run(
        connection -> {
          try (PreparedStatement count = connection.prepareStatement(TALLY)) {
            count.setString(1, owner.tenantId());
            count.setString(2, owner.userId());
            try (ResultSet row = count.executeQuery()) {
              row.next();
              return new Tally(
                  row.getLong("total"),
                  row.getInt("active"),
                  row.getLong("completed"),
                  row.getLong("failed"));
            }
          }
        });
  }

  @Override
  public int abandon(Duration patience, Instant now) {
    return transactions.run(
        connection -> {
          List<UUID> abandoned = new ArrayList<>();
          try (PreparedStatement abandon = connection.prepareStatement(ABANDON)) {
            abandon.setTimestamp(1, Timestamp.from(now));
            abandon.setLong(2, patience.toMillis());
            try (ResultSet row = abandon.executeQuery()) {
              while (row.next()) {
                abandoned.add(row.getObject(1, UUID.class));
              }
            }
          }
          if (!abandoned.isEmpty()) {
            rows.endOpen(connection, abandoned, ItemError.INTERRUPTED, now);
          }
          return abandoned.size();
        });
  }

  @Override
  public int forget(Instant before, int limit) {
    return transactions.run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setTimestamp(1, Timestamp.from(before));
            delete.setInt(2, limit);
            return delete.executeUpdate();
          }
        });
  }

  @Override
  public int forgetClaims(Instant before) {
    return transactions.run(
        connection ->
            delete(connection, "delete from batch_claim where claimed_at < ?", before)
                // A day more: the session's day may not be UTC's.
                + delete(connection, "delete from quota_usage where day < ?::date - 1", before));
  }

  private static int delete(Connection connection, String sql, Instant before) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setTimestamp(1, Timestamp.from(before));
      return delete.executeUpdate();
    }
  }
}
