package dev.nexus.analytics.stats;

import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.scope.Conditions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code user_activity}: per UTC day the distinct users and the events; every day that the period
 * touches, also those on which nothing happened.
 */
final class DailyQuery {

  private static final String QUERY =
      """
      select day, count(*), sum(events)
      from (
        select (occurred_at at time zone 'UTC')::date as day, count(*) as events
        from event where ${chosen} group by 1, user_id
      ) as users
      group by day
      """;

  private DailyQuery() {}

  static List<StatsView.Day> run(
      Session session, Conditions chosen, LocalDate first, LocalDate last) throws SQLException {
    Map<LocalDate, StatsView.Day> days = new TreeMap<>();
    first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, day(day, 0, 0)));
    for (StatsView.Day day :
        Rows.all(
            session,
            QUERY,
            chosen,
            row -> day(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)))) {
      days.put(LocalDate.parse(day.date()), day);
    }
    return new ArrayList<>(days.values());
  }

  private static StatsView.Day day(LocalDate date, long users, long events) {
    return new StatsView.Day(date.toString(), Count.of(users), Count.of(events));
  }
}
