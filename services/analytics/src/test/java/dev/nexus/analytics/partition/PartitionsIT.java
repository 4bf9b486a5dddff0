package dev.nexus.analytics.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.SettableClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In a time of its own, long before that of the other tests. */
@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
class PartitionsIT {

  private static final Instant THEN = Instant.parse("2001-01-01T12:00:00Z");

  @Inject Partitions partitions;
  @Inject PartitionConfig config;
  @Inject AgroalDataSource database;
  @Inject Clock today;

  private final SettableClock clock = new SettableClock(THEN);

  @Test
  void areMadeAheadWhenTheServiceStarts() {
    LocalDate day = LocalDate.ofInstant(today.instant(), java.time.ZoneOffset.UTC);
    assertThat(partitions.days()).contains(day, day.plusDays(1));
  }

  @Test
  void areMadeAheadAndDroppedWhole() throws Exception {
    PartitionKeeper keeper = new PartitionKeeper(partitions, config, clock);
    keeper.run();
    keeper.run();
    assertThat(before2003()).startsWith(day(1), day(2)).hasSize(8);
    execute("insert into event_key values (gen_random_uuid(), null, '2001-01-01Z', 'infinity')");
    execute("insert into event_key values (gen_random_uuid(), null, '2001-01-05Z', '2001-01-06Z')");

    clock.advance(Duration.ofDays(401)); // 2002-02-06; the last 400 days begin on 2001-01-03
    keeper.run();
    keeper.forgetKeys();
    assertThat(keeper.oldestKept()).isEqualTo(day(3));
    assertThat(before2003()).startsWith(day(3)).doesNotContain(day(2));
    assertThat(count("select count(*) from event_key where occurred_at < '2002-01-01Z'")).isZero();
    before2003().forEach(partitions::drop);
    assertThat(before2003()).isEmpty();
  }

  @Test
  void keepsThePartitionThatIsInUse() throws Exception {
    LocalDate day = LocalDate.of(1999, 5, 5);
    partitions.ensure(List.of(day));
    try (Connection reader = database.getConnection();
        Statement select = reader.createStatement()) {
      reader.setAutoCommit(false);
      select.executeQuery("select count(*) from event_19990505").close();
      assertThat(partitions.drop(day)).isFalse();
      reader.rollback();
    }
    assertThat(partitions.drop(day)).isTrue();
    assertThat(partitions.drop(day)).isTrue();
  }

  @Test
  void areMadeOnceByManyAndWhileOthersRead() throws Exception {
    List<LocalDate> days =
        Stream.iterate(LocalDate.of(1998, 1, 1), day -> day.plusDays(1)).limit(5).toList();
    try (Connection reader = database.getConnection();
        Statement select = reader.createStatement();
        ExecutorService makers = Executors.newVirtualThreadPerTaskExecutor()) {
      reader.setAutoCommit(false);
      select.executeQuery("select count(*) from event").close();
      List<Callable<Boolean>> calls =
          IntStream.range(0, 4)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        partitions.ensure(days);
                        return true;
                      })
              .toList();
      for (Future<Boolean> made : makers.invokeAll(calls)) {
        assertThat(made.get()).isTrue();
      }
      reader.rollback();
    }
    assertThat(partitions.days()).containsAll(days);
    days.forEach(partitions::drop);
  }

  private List<LocalDate> before2003() {
    return partitions.days().stream()
        .filter(day -> day.getYear() >= 2001 && day.getYear() < 2003)
        .toList();
  }

  private static LocalDate day(int dayOfMonth) {
    return LocalDate.of(2001, 1, dayOfMonth);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
