package dev.nexus.auth.turn;

import dev.nexus.auth.storage.StorageFailure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Turns in the table {@code login_turn}. Rows, not locks, so that none holds a connection. */
@ApplicationScoped
class JdbcTurnStore implements TurnStore {

  private static final String CLAIM =
      """
      insert into login_turn as known (account, holder, expires_at) values (?, ?, ?)
      on conflict (account) do update
        set holder = excluded.holder, expires_at = excluded.expires_at
        where known.expires_at <= ?
      """;

  private static final String RELEASE = "delete from login_turn where account = ? and holder = ?";

  private static final String FORGET = "delete from login_turn where expires_at <= ?";

  private final AgroalDataSource database;

  JdbcTurnStore(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public boolean claim(String account, UUID holder, Instant now, Instant expiresAt) {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert = connection.prepareStatement(CLAIM)) {
      upsert.setString(1, account);
      upsert.setObject(2, holder);
      upsert.setObject(3, expiresAt.atOffset(ZoneOffset.UTC));
      upsert.setObject(4, now.atOffset(ZoneOffset.UTC));
      return upsert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw StorageFailure.of("claim a login's turn", e);
    }
  }

  @Override
  public void release(String account, UUID holder) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(RELEASE)) {
      delete.setString(1, account);
      delete.setObject(2, holder);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw StorageFailure.of("release a login's turn", e);
    }
  }

  @Override
  public void forget(Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, now.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw StorageFailure.of("forget turns of logins", e);
    }
  }
}
