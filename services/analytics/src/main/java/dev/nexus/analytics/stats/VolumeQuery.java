package dev.nexus.analytics.stats;

import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.scope.Conditions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much happened: {@code total_events} are the events of the period, {@code active_users} the
 * distinct {@code user_id} among them.
 */
final class VolumeQuery {

  private static final String QUERY =
      """
      select coalesce(sum(events), 0), count(*), min(first), max(last)
      from (
        select count(*) as events, min(occurred_at) as first, max(occurred_at) as last
        from event where ${chosen} group by user_id
      ) as users
      """;

  private static final String USERS =
      "select count(*) from (select distinct user_id from event where ${chosen}) as users";

  private VolumeQuery() {}

  record Volume(long events, long users, Optional<Instant> first, Optional<Instant> last) {}

  static Volume run(Session session, Conditions chosen) throws SQLException {
    return Rows.one(
        session,
        QUERY,
        chosen,
        row ->
            new Volume(
                row.getLong(1),
                row.getLong(2),
                instant(row.getObject(3, OffsetDateTime.class)),
                instant(row.getObject(4, OffsetDateTime.class))));
  }

  /** {@code total_users}: distinct {@code user_id}; over all time where no period is chosen. */
  static long users(Session session, Conditions chosen) throws SQLException {
    return Rows.one(session, USERS, chosen, row -> row.getLong(1));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
