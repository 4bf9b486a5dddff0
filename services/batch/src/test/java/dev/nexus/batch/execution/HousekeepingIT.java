package dev.nexus.batch.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.batch.FakeAiResource;
import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(FakeAiResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "batch"))
class HousekeepingIT {

  @Inject Housekeeping housekeeping;
  @Inject AgroalDataSource database;

  /** A batch of one item, with a claim and a count as old as itself. */
  private String insert(String age, String silence) throws SQLException {
    String id = UUID.randomUUID().toString();
    run(
        """
        insert into batch
          (id, batch_id, tenant_id, user_id, state, operations, total, started_at, fence, lease_until)
        values ('%1$s', '%1$s', 't', '%1$s', 'in_progress', false, 1, now() - interval '%2$s',
                gen_random_uuid(), now() - interval '%3$s');
        insert into item (batch, position, operation_id, type, request, execution_id, state)
        values ('%1$s', 0, 1, 'execute_template', '{}', gen_random_uuid(), 'pending');
        insert into batch_claim values ('%1$s', '%1$s', now() - interval '%2$s');
        insert into quota_usage values ('t', '%1$s', (now() - interval '%2$s')::date, 1);
        """
            .formatted(id, age, silence));
    return id;
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String value(String sql, String id) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(id))) {
      return row.next() ? String.valueOf(row.getString(1)) : "none";
    }
  }

  private String state(String id) throws SQLException {
    return value("select state from batch where id = '%s'", id)
        + " "
        + value("select state from item where batch = '%s'", id);
  }

  @Test
  void endsBatchesThatNobodyRuns() throws SQLException {
    String alive = insert("2 hours", "-5 seconds");
    String repeatable = insert("2 hours", "30 seconds");
    String dead = insert("2 hours", "61 seconds");
    housekeeping.abandon();
    assertThat(state(alive)).isEqualTo("in_progress pending");
    assertThat(state(repeatable)).isEqualTo("in_progress pending");
    assertThat(state(dead)).isEqualTo("failed failed");
    assertThat(value("select error ->> 'code' from item where batch = '%s'", dead))
        .isEqualTo("PROCESSING_ERROR");
  }

  @Test
  void forgetsWhatIsPastRetention() throws SQLException {
    String young = insert("10 seconds", "-5 seconds");
    String old = insert("31 days", "-5 seconds");
    housekeeping.forget();
    assertThat(state(young)).isEqualTo("in_progress pending");
    assertThat(state(old)).isEqualTo("none none");
    for (String table : new String[] {"batch_claim where key", "quota_usage where user_id"}) {
      String count = "select count(*) from " + table + " = '%s'";
      assertThat(value(count, young)).isEqualTo("1");
      assertThat(value(count, old)).isEqualTo("0");
    }
  }
}
