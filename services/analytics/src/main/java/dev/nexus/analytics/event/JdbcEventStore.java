package dev.nexus.analytics.event;

import dev.nexus.analytics.database.Database;
import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.event.EventInsert.Known;
import dev.nexus.analytics.partition.Partitions;
import dev.nexus.analytics.scope.Conditions;
import dev.nexus.analytics.scope.Period;
import dev.nexus.analytics.scope.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Events in the table {@code event}. */
@ApplicationScoped
class JdbcEventStore implements EventStore {

  private static final String COUNT = "select count(*) from event where ";

  private static final String SELECT =
      "select id, event_type, user_id, tenant_id, data, occurred_at from event where ";

  private static final String NEWEST_FIRST = " order by occurred_at desc, position desc";

  private static final String DELETE =
      """
      delete from event where owner_tenant = ? and (occurred_at, position) in (
        select occurred_at, position from event where owner_tenant = ? and occurred_at < ?
        order by occurred_at, position limit ? for update skip locked
      )
      """;

  private static final int ROWS_AT_A_TIME = 500;

  private final Database database;
  private final EventInsert insert;
  private final Partitions partitions;

  JdbcEventStore(Database database, EventInsert insert, Partitions partitions) {
    this.database = database;
    this.insert = insert;
    this.partitions = partitions;
  }

  @Override
  public List<Receipt> add(List<NewEvent> events, Instant now) {
    Map<Object, NewEvent> distinct = new LinkedHashMap<>();
    events.forEach(event -> distinct.putIfAbsent(identity(event), event));
    Set<UUID> fresh = insert(List.copyOf(distinct.values()), now);
    Map<UUID, Known> known = known(distinct.keySet(), fresh);
    Set<Object> seen = new HashSet<>();
    return events.stream()
        .map(
            event -> {
              Object identity = identity(event);
              NewEvent first = distinct.getOrDefault(identity, event);
              return receipt(first, !seen.add(identity), fresh, known);
            })
        .toList();
  }

  /** An event without a key is like no other. */
  private static Object identity(NewEvent event) {
    return event.key().<Object>map(EventKey::digest).orElse(event.id());
  }

  private Set<UUID> insert(List<NewEvent> events, Instant now) {
    Optional<Set<UUID>> fresh = database.each(session -> insert.run(session, events, now));
    if (fresh.isEmpty()) {
      partitions.ensure(days(events));
      fresh = database.each(session -> insert.run(session, events, now));
    }
    return fresh.orElseThrow(() -> new IllegalStateException("a partition was dropped meanwhile"));
  }

  private static Set<LocalDate> days(List<NewEvent> events) {
    return events.stream()
        .map(event -> Period.dayOf(event.occurredAt()))
        .collect(Collectors.toSet());
  }

  private Map<UUID, Known> known(Set<Object> identities, Set<UUID> fresh) {
    List<UUID> before =
        identities.stream()
            .filter(UUID.class::isInstance)
            .map(UUID.class::cast)
            .filter(key -> !fresh.contains(key))
            .toList();
    return before.isEmpty() ? Map.of() : database.each(session -> insert.known(session, before));
  }

  /** What became of the first event of a key, which is what became of all others of it. */
  private static Receipt receipt(
      NewEvent first, boolean again, Set<UUID> fresh, Map<UUID, Known> known) {
    Optional<UUID> key = first.key().map(EventKey::digest);
    if (key.isEmpty() || fresh.contains(key.get())) {
      return new Receipt(first.id(), first.occurredAt(), again);
    }
    Optional<Known> before = key.map(known::get);
    return new Receipt(
        before.flatMap(Known::madeId).map(UUID::toString).orElse(first.id()),
        before.map(Known::occurredAt).orElse(first.occurredAt()),
        true);
  }

  @Override
  public EventSlice page(Scope scope, EventFilter filter, int limit, int offset) {
    Conditions wanted =
        Conditions.of(scope)
            .andIfPresent("event_type = ?", filter.eventType())
            .andIfPresent("user_id = ?", filter.userId());
    return database.snapshot(
        session -> new EventSlice(rows(session, wanted, limit, offset), count(session, wanted)));
  }

  private static List<StoredEvent> rows(Session session, Conditions wanted, int limit, int offset)
      throws SQLException {
    String sql = SELECT + wanted.sql() + NEWEST_FIRST + " limit ? offset ?";
    try (PreparedStatement select = session.prepare(sql)) {
      int next = wanted.bind(select, 1);
      select.setInt(next, limit);
      select.setInt(next + 1, offset);
      List<StoredEvent> events = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
      return events;
    }
  }

  private static long count(Session session, Conditions wanted) throws SQLException {
    try (PreparedStatement select = session.prepare(COUNT + wanted.sql())) {
      wanted.bind(select, 1);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Override
  public void forEach(Scope scope, Period period, EventConsumer consumer) throws IOException {
    Conditions wanted = Conditions.of(scope).within(period);
    try {
      database.snapshot(
          session -> {
            try (PreparedStatement select = session.prepare(SELECT + wanted.sql() + NEWEST_FIRST)) {
              select.setFetchSize(ROWS_AT_A_TIME);
              wanted.bind(select, 1);
              handOver(select, consumer);
            }
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void handOver(PreparedStatement select, EventConsumer consumer)
      throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        consumer.accept(event(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int delete(String tenant, Instant before, int atMost) {
    return database.each(
        session -> {
          try (PreparedStatement delete = session.prepare(DELETE)) {
            delete.setString(1, tenant);
            delete.setString(2, tenant);
            delete.setObject(3, before.atOffset(ZoneOffset.UTC));
            delete.setInt(4, atMost);
            return delete.executeUpdate();
          }
        });
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getString("id"),
        row.getString("event_type"),
        row.getString("user_id"),
        row.getString("tenant_id"),
        Optional.ofNullable(row.getString("data")),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }
}
