package dev.nexus.analytics.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.analytics.database.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The statement that stores events, and the one that finds what was stored before. */
@ApplicationScoped
class EventInsert {

  private static final String NO_PARTITION = "23514";

  /**
   * One statement, hence one transaction. Keys are taken in order, so that two requests with the
   * same events wait for each other in turn and not for ever.
   */
  private static final String INSERT =
      """
      with given as (
        select * from json_to_recordset(?::json) as given(
          number integer, key uuid, made_id uuid, expires_at timestamptz, occurred_at timestamptz,
          id text, owner_tenant text, owner_id text, event_type text, user_id text, tenant_id text,
          data text, kind text, succeeded boolean, response_ms float8, results integer,
          execution_id text, domains text[], cache_hit boolean, relevance float8)
      ), fresh as (
        insert into event_key as known (key, event_id, occurred_at, expires_at)
        select key, made_id, occurred_at, expires_at from given where key is not null order by key
        on conflict (key) do update
          set event_id = excluded.event_id, occurred_at = excluded.occurred_at,
              expires_at = excluded.expires_at
          where known.expires_at <= ?
        returning key
      ), stored as (
        insert into event (occurred_at, id, owner_tenant, owner_id, event_type, user_id, tenant_id,
                           data, kind, succeeded, response_ms, results, execution_id, domains,
                           cache_hit, relevance)
        select occurred_at, id, owner_tenant, owner_id, event_type, user_id, tenant_id,
               data, kind, succeeded, response_ms, results, execution_id, domains,
               cache_hit, relevance
        from given
        where key is null or key in (select key from fresh)
        order by number
      )
      select key from fresh
      """;

  private static final String KNOWN =
      "select key, event_id, occurred_at from event_key where key = any(?)";

  /** What was stored before under a key. */
  record Known(Optional<UUID> madeId, Instant occurredAt) {}

  private final ObjectMapper json;

  EventInsert(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Stores events, no two of which have the same key.
   *
   * @return the keys of those that were stored; empty when a day has no partition yet and nothing
   *     was stored
   */
  Optional<Set<UUID>> run(Session session, Collection<NewEvent> events, Instant now)
      throws SQLException {
    try (PreparedStatement insert = session.prepare(INSERT)) {
      insert.setString(1, rows(events, now));
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      Set<UUID> fresh = new HashSet<>();
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          fresh.add(row.getObject(1, UUID.class));
        }
      }
      return Optional.of(fresh);
    } catch (SQLException e) {
      if (NO_PARTITION.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What was stored under the keys. */
  Map<UUID, Known> known(Session session, Collection<UUID> keys) throws SQLException {
    Map<UUID, Known> known = new HashMap<>();
    try (PreparedStatement select = session.prepare(KNOWN)) {
      select.setArray(1, select.getConnection().createArrayOf("uuid", keys.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.put(
              row.getObject(1, UUID.class),
              new Known(
                  Optional.ofNullable(row.getObject(2, UUID.class)),
                  row.getObject(3, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return known;
  }

  private String rows(Collection<NewEvent> events, Instant now) {
    List<EventRow> rows = new ArrayList<>(events.size());
    for (NewEvent event : events) {
      rows.add(EventRow.of(event, rows.size(), now));
    }
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows are always writable", e);
    }
  }
}
