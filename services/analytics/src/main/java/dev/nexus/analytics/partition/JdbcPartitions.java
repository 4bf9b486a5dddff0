package dev.nexus.analytics.partition;

import dev.nexus.analytics.database.Database;
import dev.nexus.analytics.database.Session;
import dev.nexus.common.error.NexusException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Partitions named {@code event_YYYYMMDD}. */
@ApplicationScoped
class JdbcPartitions implements Partitions {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Replicas change partitions one after the other; the number is this lock's name. */
  private static final String LOCK = "select pg_advisory_xact_lock(8084001)";

  private static final String PARTITIONS =
      """
      select child.relname
      from pg_inherits
      join pg_class child on child.oid = inhrelid
      where inhparent = 'event'::regclass
      order by child.relname
      """;

  /** Skips what is being logged just now, so that neither ever waits for the other in turn. */
  private static final String FORGET =
      """
      delete from event_key where key in (
        select key from event_key where %s order by %s limit ? for update skip locked
      )
      """;

  private static final String FORGET_OLD = FORGET.formatted("occurred_at < ?", "occurred_at");

  private static final String FORGET_EXPIRED =
      FORGET.formatted("expires_at < 'infinity' and expires_at <= ?", "expires_at");

  private final Database database;

  JdbcPartitions(Database database) {
    this.database = database;
  }

  @Override
  public void ensure(Collection<LocalDate> days) {
    List<LocalDate> missing = new ArrayList<>(days);
    missing.removeAll(days());
    for (LocalDate day : missing) {
      database.transaction(session -> make(session, day));
    }
  }

  /**
   * Makes the table apart and then attaches it: unlike {@code create table … partition of}, that
   * locks out nobody who reads or writes.
   */
  private static boolean make(Session session, LocalDate day) throws SQLException {
    session.execute(LOCK);
    String name = name(day);
    if (exists(session, name)) {
      return false;
    }
    session.execute(
        "create table " + name + " (like event including defaults including constraints)");
    session.execute(
        "alter table event attach partition %s for values from ('%s 00:00Z') to ('%s 00:00Z')"
            .formatted(name, day, day.plusDays(1)));
    return true;
  }

  private static boolean exists(Session session, String name) throws SQLException {
    try (PreparedStatement select = session.prepare("select to_regclass(?) is not null")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  @Override
  public List<LocalDate> days() {
    return database.each(
        session -> {
          List<LocalDate> days = new ArrayList<>();
          try (PreparedStatement select = session.prepare(PARTITIONS);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              days.add(LocalDate.parse(row.getString(1).substring("event_".length()), DAY));
            }
          }
          return days;
        });
  }

  @Override
  public boolean drop(LocalDate day) {
    try {
      return database.transaction(
          session -> {
            session.execute(LOCK);
            // Dropping locks the whole table for a moment; whoever waits for it must not wait long.
            session.execute("set local lock_timeout = '500ms'");
            session.execute("drop table if exists " + name(day));
            return true;
          });
    } catch (NexusException busy) {
      return false;
    }
  }

  @Override
  public int forgetKeys(Instant before, Instant now, int atMost) {
    return database.each(
        session ->
            forget(session, FORGET_OLD, before, atMost)
                + forget(session, FORGET_EXPIRED, now, atMost));
  }

  private static int forget(Session session, String sql, Instant moment, int atMost)
      throws SQLException {
    try (PreparedStatement delete = session.prepare(sql)) {
      delete.setObject(1, moment.atOffset(ZoneOffset.UTC));
      delete.setInt(2, atMost);
      return delete.executeUpdate();
    }
  }

  private static String name(LocalDate day) {
    return "event_" + day.format(DAY);
  }
}
