package dev.nexus.analytics.stats;

import dev.nexus.analytics.database.Session;
import dev.nexus.analytics.scope.Conditions;
import dev.nexus.analytics.stats.StatsView.ConversionMetrics;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * {@code conversion_metrics} (protocol 5.4), each 0..1, and 0 where there is nothing to divide by.
 * What an execution, an action, a result and a success is, {@link dev.nexus.analytics.fact.Facts}
 * and {@link dev.nexus.analytics.fact.EventKind} say.
 *
 * <ul>
 *   <li>{@code search_to_result} = executions with at least one result / executions
 *   <li>{@code result_to_action} = executions with a result that an action followed / executions
 *       with a result. An action that names an {@code execution_id} follows that execution; one
 *       that names none follows the last execution of the same user before it.
 *   <li>{@code template_success} = executions that succeeded / executions
 *   <li>{@code user_retention} = users active in both halves of the period / users active in its
 *       first half
 * </ul>
 */
final class ConversionQuery {

  private static final String EXECUTIONS =
      """
      with chosen as (
        select kind, user_id, execution_id, results, succeeded,
               count(*) filter (where kind = 'EXECUTION')
                 over (partition by user_id order by occurred_at, position) as nth
        from event where ${chosen} and kind in ('EXECUTION', 'ACTION')
      ), named as (
        select distinct execution_id from chosen
        where kind = 'ACTION' and execution_id is not null
      ), executions as (
        select max(execution_id) filter (where kind = 'EXECUTION') as execution_id,
               max(results) filter (where kind = 'EXECUTION') as results,
               bool_or(succeeded) filter (where kind = 'EXECUTION') as succeeded,
               bool_or(kind = 'ACTION' and execution_id is null) as followed
        from chosen where nth > 0
        group by user_id, nth
      )
      select count(*),
             count(*) filter (where results > 0),
             count(*) filter (where results > 0 and (followed or named.execution_id is not null)),
             count(*) filter (where succeeded)
      from executions left join named using (execution_id)
      """;

  private static final String RETENTION =
      """
      with users as (
        select min(occurred_at) as first, max(occurred_at) as last
        from event where ${chosen} group by user_id
      ), halves as (
        select ?::timestamptz as middle
      )
      select count(*) filter (where first < middle),
             count(*) filter (where first < middle and last >= middle)
      from users, halves
      """;

  private ConversionQuery() {}

  private record Executions(long all, long withResults, long acted, long succeeded) {}

  /**
   * @param middle where the second half of the period begins
   */
  static ConversionMetrics run(Session session, Conditions chosen, Instant middle)
      throws SQLException {
    Executions executions =
        Rows.one(
            session,
            EXECUTIONS,
            chosen,
            row -> new Executions(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    return new ConversionMetrics(
        Ratio.of(executions.withResults(), executions.all()),
        Ratio.of(executions.acted(), executions.withResults()),
        Ratio.of(executions.succeeded(), executions.all()),
        retention(session, chosen, middle));
  }

  private static double retention(Session session, Conditions chosen, Instant middle)
      throws SQLException {
    return Rows.one(
        session,
        RETENTION,
        chosen,
        row -> Ratio.of(row.getLong(2), row.getLong(1)),
        middle.atOffset(ZoneOffset.UTC));
  }
}
