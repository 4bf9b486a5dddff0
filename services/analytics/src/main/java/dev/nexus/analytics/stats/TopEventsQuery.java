package dev.nexus.analytics.stats;

import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.scope.Conditions;
import java.sql.SQLException;
import java.util.List;

/** {@code top_events}: the ten most frequent types, each with its share of all events, 0..1. */
final class TopEventsQuery {

  private static final String QUERY =
      """
      select event_type, count(*), sum(count(*)) over ()
      from event where ${chosen}
      group by event_type order by 2 desc, 1 limit 10
      """;

  private TopEventsQuery() {}

  static List<StatsView.TopEvent> run(Session session, Conditions chosen) throws SQLException {
    return Rows.all(
        session,
        QUERY,
        chosen,
        row ->
            new StatsView.TopEvent(
                row.getString(1),
                Count.of(row.getLong(2)),
                Ratio.of(row.getLong(2), row.getLong(3))));
  }
}
