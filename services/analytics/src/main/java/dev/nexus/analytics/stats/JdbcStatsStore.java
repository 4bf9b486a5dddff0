package dev.nexus.analytics.stats;

import dev.nexus.analytics.database.Database;
import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.scope.Conditions;
import dev.nexus.analytics.scope.Period;
import dev.nexus.analytics.stats.VolumeQuery.Volume;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Figures from the table {@code event}. */
@ApplicationScoped
class JdbcStatsStore implements StatsStore {

  private final Database database;

  JdbcStatsStore(Database database) {
    this.database = database;
  }

  @Override
  public StatsView stats(StatsFilter filter, Period period, Instant now) {
    Conditions chosen = filter.conditions().within(period);
    Instant end = period.end(now);
    return database.snapshot(
        session -> {
          Volume volume = VolumeQuery.run(session, chosen);
          return new StatsView(
              period.days(),
              Count.of(volume.events()),
              Count.of(VolumeQuery.users(session, filter.conditions())),
              Count.of(volume.users()),
              since(session, filter, Period.startOf(Period.dayOf(now))),
              TopEventsQuery.run(session, chosen),
              DailyQuery.run(session, chosen, period.firstDay(), period.lastDay(now)),
              ConversionQuery.run(session, chosen, middle(period.from(), end)),
              PerformanceQuery.run(session, chosen, end),
              DomainQuery.run(session, chosen));
        });
  }

  @Override
  public ActivityView activity(StatsFilter filter, Period period, Instant now) {
    Conditions chosen = filter.conditions().within(period);
    return database.snapshot(
        session -> {
          Volume volume = VolumeQuery.run(session, chosen);
          return new ActivityView(
              filter.userId().orElseThrow(),
              period.days(),
              Count.of(volume.events()),
              volume.first().map(Instant::toString).orElse(null),
              volume.last().map(Instant::toString).orElse(null),
              TopEventsQuery.run(session, chosen),
              DailyQuery.run(session, chosen, period.firstDay(), period.lastDay(now)));
        });
  }

  @Override
  public RealtimeView realtime(StatsFilter filter, Instant now) {
    Instant hourAgo = now.minus(Duration.ofHours(1));
    Instant fiveMinutesAgo = now.minus(Duration.ofMinutes(5));
    return database.snapshot(
        session -> {
          Volume recent = volume(session, filter, fiveMinutesAgo);
          return new RealtimeView(
              now.toString(),
              Count.of(recent.users()),
              since(session, filter, now.minus(Duration.ofMinutes(1))),
              Count.of(recent.events()),
              since(session, filter, hourAgo),
              TopEventsQuery.run(session, from(filter, hourAgo)));
        });
  }

  private static int since(Session session, StatsFilter filter, Instant from) throws SQLException {
    return Count.of(volume(session, filter, from).events());
  }

  private static Volume volume(Session session, StatsFilter filter, Instant from)
      throws SQLException {
    return VolumeQuery.run(session, from(filter, from));
  }

  private static Conditions from(StatsFilter filter, Instant from) {
    return filter.conditions().and("occurred_at >= ?", from);
  }

  private static Instant middle(Instant from, Instant end) {
    return from.plus(Duration.between(from, end).dividedBy(2));
  }
}
