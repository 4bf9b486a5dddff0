package dev.nexus.common.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL laid out like production: database {@code nexus_db}, one role and schema of the
 * service's name. The argument {@code service} names the service.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  private String service = "service";
  private @Nullable EmbeddedPostgres postgres;

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("service", service);
  }

  @Override
  public Map<String, String> start() {
    try {
      EmbeddedPostgres started = EmbeddedPostgres.builder().setCleanDataDirectory(true).start();
      postgres = started;
      createSchema(started);
      return Map.of(
          "nexus.database.url",
          "jdbc:postgresql://localhost:" + started.getPort() + "/postgres?currentSchema=" + service,
          "nexus.database.username",
          service,
          "nexus.database.password",
          service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createSchema(EmbeddedPostgres started) {
    try (Connection connection = started.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role %1$s login password '%1$s'".formatted(service));
      statement.execute("create schema %1$s authorization %1$s".formatted(service));
    } catch (SQLException e) {
      throw new IllegalStateException("could not lay out the test database", e);
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
