package dev.nexus.webhook.registration;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Receivers in the table {@code webhook}. */
@ApplicationScoped
class JdbcWebhookStore implements WebhookStore {

  private static final String FORGET_KEY =
      "update webhook set request_key = null where request_key = ? and created_at < ?";

  private static final String INSERT =
      """
      insert into webhook (id, owner_id, tenant_id, url, events, headers, secret, description,
                           active, max_retries, initial_delay_ms, max_delay_ms, backoff_factor,
                           created_at, updated_at, request_key)
      values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (request_key) do nothing
      """;

  private static final String BY_KEY = "select * from webhook where request_key = ?";

  private static final String COUNT =
      "select count(*) from webhook where owner_id = ? and (active or not ?)";

  private static final String PAGE =
      """
      select * from webhook where owner_id = ? and (active or not ?)
      order by position desc limit ? offset ?
      """;

  private static final String FIND = "select * from webhook where owner_id = ? and id = ?";

  private static final String REMOVE = "delete from webhook where owner_id = ? and id = ?";

  private final AgroalDataSource database;
  private final WebhookRows rows;

  JdbcWebhookStore(AgroalDataSource database, WebhookRows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public Webhook add(Webhook webhook, Optional<String> requestKey, Duration window) {
    try (Connection connection = database.getConnection()) {
      if (requestKey.isPresent()) {
        try (PreparedStatement forget = connection.prepareStatement(FORGET_KEY)) {
          forget.setString(1, requestKey.get());
          forget.setObject(2, webhook.createdAt().minus(window).atOffset(ZoneOffset.UTC));
          forget.executeUpdate();
        }
      }
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        rows.bind(insert, webhook, requestKey);
        if (insert.executeUpdate() == 1) {
          return webhook;
        }
      }
      try (PreparedStatement select = connection.prepareStatement(BY_KEY)) {
        select.setString(1, requestKey.orElseThrow());
        return rows.read(select).stream().findFirst().orElse(webhook);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not add a webhook", e);
    }
  }

  @Override
  public int count(String ownerId, boolean activeOnly) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setString(1, ownerId);
      select.setBoolean(2, activeOnly);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not count webhooks", e);
    }
  }

  @Override
  public List<Webhook> page(String ownerId, boolean activeOnly, int limit, int offset) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, ownerId);
      select.setBoolean(2, activeOnly);
      select.setInt(3, limit);
      select.setInt(4, offset);
      return rows.read(select);
    } catch (SQLException e) {
      throw new IllegalStateException("could not list webhooks", e);
    }
  }

  @Override
  public Optional<Webhook> find(String ownerId, UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, ownerId);
      select.setObject(2, id);
      return rows.read(select).stream().findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("could not find a webhook", e);
    }
  }

  @Override
  public boolean remove(String ownerId, UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(REMOVE)) {
      delete.setString(1, ownerId);
      delete.setObject(2, id);
      return delete.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("could not remove a webhook", e);
    }
  }
}
