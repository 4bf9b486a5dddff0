package dev.nexus.analytics.stats;

import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.scope.Conditions;
import dev.nexus.analytics.stats.StatsView.PerformanceMetrics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * {@code performance_metrics} (protocol 5.4) over requests: executions, and other events but
 * actions that tell a response time or a domain ({@link dev.nexus.analytics.fact.EventKind}).
 *
 * <ul>
 *   <li>{@code avg_response_time_ms} = mean of the response times that are told
 *   <li>{@code p95_response_time_ms}, {@code p99_response_time_ms} = the smallest of them that at
 *       least 95 or 99 of 100 do not exceed (nearest rank)
 *   <li>{@code error_rate} = requests that failed / requests
 *   <li>{@code throughput_rpm} = requests / minutes from the first of them to the end of the
 *       period, at least one minute; rounded
 * </ul>
 */
final class PerformanceQuery {

  private static final String QUERY =
      """
      select count(*),
             count(*) filter (where not succeeded),
             coalesce(avg(response_ms), 0),
             coalesce(percentile_disc(0.95) within group (order by response_ms), 0),
             coalesce(percentile_disc(0.99) within group (order by response_ms), 0),
             min(occurred_at)
      from event where ${chosen} and kind in ('EXECUTION', 'REQUEST')
      """;

  private static final double MILLIS_PER_MINUTE = 60_000;

  private PerformanceQuery() {}

  /**
   * @param end of the period
   */
  static PerformanceMetrics run(Session session, Conditions chosen, Instant end)
      throws SQLException {
    return Rows.one(session, QUERY, chosen, row -> metrics(row, end));
  }

  private static PerformanceMetrics metrics(ResultSet row, Instant end) throws SQLException {
    long requests = row.getLong(1);
    return new PerformanceMetrics(
        row.getDouble(3),
        row.getDouble(4),
        row.getDouble(5),
        Ratio.of(row.getLong(2), requests),
        requests == 0
            ? 0
            : perMinute(requests, row.getObject(6, OffsetDateTime.class).toInstant(), end));
  }

  private static int perMinute(long requests, Instant first, Instant end) {
    double minutes = Math.max(1, Duration.between(first, end).toMillis() / MILLIS_PER_MINUTE);
    return Count.of(Math.round(requests / minutes));
  }
}
