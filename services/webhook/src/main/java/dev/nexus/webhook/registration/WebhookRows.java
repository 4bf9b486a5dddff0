package dev.nexus.webhook.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Between a {@link Webhook} and its row. */
@ApplicationScoped
class WebhookRows {

  private final ObjectMapper json;

  WebhookRows(ObjectMapper json) {
    this.json = json;
  }

  void bind(PreparedStatement insert, Webhook webhook, Optional<String> requestKey)
      throws SQLException {
    WebhookConfig config = webhook.config();
    RetryPolicy retry = config.retryPolicy();
    insert.setObject(1, webhook.id());
    insert.setString(2, webhook.ownerId());
    insert.setString(3, webhook.tenantId());
    insert.setString(4, config.url().toString());
    insert.setArray(5, insert.getConnection().createArrayOf("text", config.events().toArray()));
    insert.setString(6, text(config.headers()));
    insert.setString(7, config.secret());
    insert.setString(8, config.description());
    insert.setBoolean(9, config.active());
    insert.setInt(10, retry.maxRetries());
    insert.setLong(11, retry.initialDelay());
    insert.setLong(12, retry.maxDelay());
    insert.setDouble(13, retry.backoffFactor());
    insert.setObject(14, webhook.createdAt().atOffset(ZoneOffset.UTC));
    insert.setObject(15, webhook.updatedAt().atOffset(ZoneOffset.UTC));
    insert.setString(16, requestKey.orElse(null));
  }

  List<Webhook> read(PreparedStatement select) throws SQLException {
    List<Webhook> webhooks = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        webhooks.add(webhook(row));
      }
    }
    return webhooks;
  }

  private Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getString("owner_id"),
        row.getString("tenant_id"),
        config(row),
        instant(row, "created_at").orElseThrow(),
        instant(row, "updated_at").orElseThrow(),
        instant(row, "last_used_at"),
        row.getLong("success_count"),
        row.getLong("error_count"));
  }

  private WebhookConfig config(ResultSet row) throws SQLException {
    return new WebhookConfig(
        URI.create(row.getString("url")),
        List.of((String[]) row.getArray("events").getArray()),
        map(row.getString("headers")),
        row.getString("secret"),
        row.getString("description"),
        row.getBoolean("active"),
        new RetryPolicy(
            row.getInt("max_retries"),
            row.getLong("initial_delay_ms"),
            row.getLong("max_delay_ms"),
            row.getDouble("backoff_factor")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private String text(Map<String, String> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of strings is always writable", e);
    }
  }

  private Map<String, String> map(String headers) {
    try {
      return json.readValue(headers, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("headers are stored as a map of strings", e);
    }
  }
}
