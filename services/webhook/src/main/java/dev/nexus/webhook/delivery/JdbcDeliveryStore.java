package dev.nexus.webhook.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Deliveries in the tables {@code delivery} and {@code attempt}. */
@ApplicationScoped
class JdbcDeliveryStore implements DeliveryStore {

  /** One statement, so that counters, delivery and attempt are never seen apart. */
  private static final String SETTLE =
      """
      with receiver as (
        update webhook
        set last_used_at = ?, success_count = success_count + ?, error_count = error_count + ?
        where id = ?
        returning id
      ), settled as (
        insert into delivery (id, webhook_id, event_id, event_type, payload, signature, state,
                              created_at)
        select ?, receiver.id, ?, ?, ?, ?, ?, ? from receiver
        returning id
      )
      insert into attempt (delivery_id, number, started_at, duration_ms, status_code,
                           response_body, error)
      select settled.id, ?, ?, ?, ?, ?, ? from settled
      """;

  private static final String COUNT = "select count(*) from delivery where webhook_id = ?";

  private static final String PAGE =
      """
      select d.id, d.webhook_id, d.event_type, d.payload, d.signature, d.state,
             a.number, a.started_at, a.status_code, a.response_body, a.error
      from delivery d
      cross join lateral (
        select * from attempt where delivery_id = d.id order by number desc limit 1
      ) a
      where d.webhook_id = ?
      order by d.position desc limit ? offset ?
      """;

  private static final String TOTALS =
      """
      select coalesce(sum(success_count), 0)::bigint, coalesce(sum(error_count), 0)::bigint
      from webhook where owner_id = ?
      """;

  /** How many rows one statement forgets at most; so locks are held briefly. */
  private static final int BATCH = 500;

  /** What another replica is about to forget is left to it. */
  private static final String TRIM =
      """
      delete from delivery where id in (
        select id from delivery where id in (
          select id from delivery where webhook_id = ? order by position desc offset ? limit ?)
        for update skip locked)
      """;

  private static final String FORGET =
      """
      delete from delivery where id in (
        select id from delivery where created_at < ? order by created_at limit ?
        for update skip locked)
      """;

  private final AgroalDataSource database;

  JdbcDeliveryStore(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public void settle(Delivery delivery, Attempt attempt) {
    try (Connection connection = database.getConnection();
        PreparedStatement settle = connection.prepareStatement(SETTLE)) {
      boolean success = attempt.outcome().isSuccess();
      OffsetDateTime startedAt = attempt.startedAt().atOffset(ZoneOffset.UTC);
      settle.setObject(1, startedAt);
      settle.setInt(2, success ? 1 : 0);
      settle.setInt(3, success ? 0 : 1);
      settle.setObject(4, delivery.webhookId());
      settle.setObject(5, delivery.id());
      settle.setObject(6, delivery.eventId());
      settle.setString(7, delivery.eventType());
      settle.setString(8, delivery.payload());
      settle.setString(9, delivery.signature().orElse(null));
      settle.setString(10, success ? "SUCCEEDED" : "FAILED");
      settle.setObject(11, delivery.createdAt().atOffset(ZoneOffset.UTC));
      settle.setInt(12, attempt.number());
      settle.setObject(13, startedAt);
      settle.setInt(14, (int) attempt.took().toMillis());
      settle.setObject(15, attempt.outcome().statusCode().orElse(null), Types.INTEGER);
      settle.setString(16, attempt.outcome().responseBody().orElse(null));
      settle.setString(17, attempt.outcome().error().orElse(null));
      settle.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("could not settle a delivery", e);
    }
  }

  @Override
  public void trim(UUID webhookId, int kept) {
    try (Connection connection = database.getConnection();
        PreparedStatement trim = connection.prepareStatement(TRIM)) {
      trim.setObject(1, webhookId);
      trim.setInt(2, kept);
      trim.setInt(3, BATCH);
      trim.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("could not trim deliveries", e);
    }
  }

  @Override
  public int forget(Instant before) {
    try (Connection connection = database.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setObject(1, before.atOffset(ZoneOffset.UTC));
      forget.setInt(2, BATCH);
      int all = 0;
      int some;
      do {
        some = forget.executeUpdate();
        all += some;
      } while (some == BATCH);
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("could not forget deliveries", e);
    }
  }

  @Override
  public int count(UUID webhookId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setObject(1, webhookId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not count deliveries", e);
    }
  }

  @Override
  public List<DeliveryView> page(UUID webhookId, int limit, int offset) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setObject(1, webhookId);
      select.setInt(2, limit);
      select.setInt(3, offset);
      List<DeliveryView> deliveries = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          deliveries.add(view(row));
        }
      }
      return deliveries;
    } catch (SQLException e) {
      throw new IllegalStateException("could not list deliveries", e);
    }
  }

  @Override
  public DeliveryTotals totals(String ownerId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(TOTALS)) {
      select.setString(1, ownerId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new DeliveryTotals(row.getLong(1), row.getLong(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not count an owner's deliveries", e);
    }
  }

  private static DeliveryView view(ResultSet row) throws SQLException {
    return new DeliveryView(
        row.getString("id"),
        row.getString("webhook_id"),
        row.getString("event_type"),
        row.getString("payload"),
        row.getString("signature"),
        row.getObject("started_at", OffsetDateTime.class).toInstant().toString(),
        row.getObject("status_code", Integer.class),
        row.getString("response_body"),
        "SUCCEEDED".equals(row.getString("state")) ? "success" : "failed",
        row.getInt("number"),
        row.getString("error"));
  }
}
