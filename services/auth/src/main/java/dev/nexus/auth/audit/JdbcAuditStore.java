package dev.nexus.auth.audit;

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
import java.util.UUID;

/** Events in the table {@code audit_event}. */
@ApplicationScoped
class JdbcAuditStore implements AuditStore {

  private static final int BATCH = 10_000;

  private static final String ADD =
      """
      insert into audit_event (at, kind, user_id, account, address, request_id, detail)
      values (?, ?, ?,
              case when ? or exists (select 1 from audit_event
                                     where account = ? and kind in ('REGISTERED', 'LOGIN_SUCCEEDED'))
                   then ? end,
              ?, ?, ?)
      """;

  private static final String LAST_LOGIN =
      """
      select at from audit_event where user_id = ? and kind = 'LOGIN_SUCCEEDED'
      order by at desc limit 1
      """;

  /** In batches, so that no transaction is long. Ids have gaps, so the number is an upper bound. */
  private static final String FORGET =
      """
      delete from audit_event where id in (
        select id from audit_event
        where at < ? or id <= (select max(id) from audit_event) - ?
        order by id limit ?)
      """;

  private final AgroalDataSource database;

  JdbcAuditStore(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public void add(AuditEvent event) {
    String account = event.subject().account().orElse(null);
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, event.at().atOffset(ZoneOffset.UTC));
      insert.setString(2, event.kind().name());
      insert.setString(3, event.subject().userId().orElse(null));
      insert.setBoolean(4, event.subject().proven());
      insert.setString(5, account);
      insert.setString(6, account);
      insert.setString(7, event.origin().address());
      insert.setObject(8, UUID.fromString(event.origin().requestId()));
      insert.setString(9, event.detail());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw StorageFailure.of("add an audit event", e);
    }
  }

  @Override
  public Optional<Instant> lastLogin(String userId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LAST_LOGIN)) {
      select.setString(1, userId);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw StorageFailure.of("find the last login", e);
    }
  }

  @Override
  public int forget(Instant before, long maxEvents) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.setLong(2, maxEvents);
      delete.setInt(3, BATCH);
      int all = 0;
      int some;
      do {
        some = delete.executeUpdate();
        all += some;
      } while (some == BATCH);
      return all;
    } catch (SQLException e) {
      throw StorageFailure.of("forget audit events", e);
    }
  }
}
