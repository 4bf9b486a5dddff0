package dev.nexus.ai.execution;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "ai"))
class RetentionIT {

  @Inject Retention retention;
  @Inject AgroalDataSource database;

  @Test
  void forgetsTheCountsOfPastDaysOnly() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into quota_usage values ('t', 'past', current_date - 3, 1);
          insert into quota_usage values ('t', 'present', current_date, 1);
          """);
      retention.run();
      try (ResultSet row =
          statement.executeQuery(
              "select string_agg(user_id, '') from quota_usage where tenant_id = 't'")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("present");
      }
    }
  }
}
