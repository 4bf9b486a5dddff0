package dev.nexus.analytics.stats;

import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.scope.Conditions;
import dev.nexus.analytics.stats.StatsView.DomainMetrics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code domain_breakdown} (protocol 5.4): the requests that name a domain, for the hundred domains
 * with the most of them. A request that names several counts for each.
 *
 * <ul>
 *   <li>{@code requests_count}, {@code error_count} = requests, and those of them that failed
 *   <li>{@code success_rate} = requests that did not fail / requests
 *   <li>{@code avg_response_time_ms}, {@code relevance_score} = mean over the requests that tell it
 *   <li>{@code cache_hit_rate} = cache hits / requests that tell whether they were one
 * </ul>
 */
final class DomainQuery {

  private static final String QUERY =
      """
      select domain,
             count(*),
             count(*) filter (where not succeeded),
             coalesce(avg(response_ms), 0),
             count(*) filter (where cache_hit),
             count(cache_hit),
             coalesce(avg(relevance), 0)
      from event cross join lateral unnest(domains) as domain
      where ${chosen} and kind in ('EXECUTION', 'REQUEST')
      group by domain order by 2 desc, 1 limit 100
      """;

  private DomainQuery() {}

  private record Domain(String name, DomainMetrics metrics) {}

  static Map<String, DomainMetrics> run(Session session, Conditions chosen) throws SQLException {
    Map<String, DomainMetrics> domains = new LinkedHashMap<>();
    Rows.all(session, QUERY, chosen, row -> new Domain(row.getString(1), metrics(row)))
        .forEach(domain -> domains.put(domain.name(), domain.metrics()));
    return domains;
  }

  private static DomainMetrics metrics(ResultSet row) throws SQLException {
    long requests = row.getLong(2);
    long errors = row.getLong(3);
    return new DomainMetrics(
        Count.of(requests),
        Ratio.of(requests - errors, requests),
        row.getDouble(4),
        Count.of(errors),
        Ratio.of(row.getLong(5), row.getLong(6)),
        row.getDouble(7));
  }
}
