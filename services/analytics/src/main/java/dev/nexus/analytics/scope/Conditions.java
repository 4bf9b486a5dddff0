package dev.nexus.analytics.scope;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds for the wanted rows of {@code event}, as SQL with its values. Only the conditions that
 * are asked for are in it, so that the planner sees the index they have.
 */
public final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private Conditions() {}

  /** The events that the scope may read. */
  public static Conditions of(Scope scope) {
    Conditions conditions = new Conditions().and("owner_tenant = ?", scope.tenant());
    return scope.all()
        ? conditions
        : conditions.and("(owner_id = ? or user_id = ?)", scope.principal(), scope.principal());
  }

  /** Adds a condition; the SQL is a constant, with a question mark per value. */
  public Conditions and(String sql, Object... parameters) {
    conditions.add(sql);
    values.addAll(List.of(parameters));
    return this;
  }

  /** Adds a condition if there is a value for it. */
  public Conditions andIfPresent(String sql, Optional<String> parameter) {
    return parameter.map(value -> and(sql, value)).orElse(this);
  }

  /** Adds the bounds of a period. */
  public Conditions within(Period period) {
    and("occurred_at >= ?", period.from());
    return period.until().map(until -> and("occurred_at < ?", until)).orElse(this);
  }

  /** The conditions without {@code where}. */
  public String sql() {
    return String.join(" and ", conditions);
  }

  /** Sets the values from the given index on and returns the next index. */
  public int bind(PreparedStatement statement, int first) throws SQLException {
    int index = first;
    for (Object value : values) {
      statement.setObject(index, column(value));
      index++;
    }
    return index;
  }

  private static Object column(Object value) {
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
  }
}
