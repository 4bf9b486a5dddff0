package dev.nexus.analytics;

import static dev.nexus.analytics.AnalyticsCalls.list;
import static dev.nexus.analytics.AnalyticsCalls.log;
import static dev.nexus.analytics.AnalyticsCalls.logged;
import static dev.nexus.analytics.AnalyticsCalls.newUser;
import static dev.nexus.analytics.AnalyticsCalls.stats;
import static dev.nexus.analytics.AnalyticsCalls.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.SettableClock;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
class RepetitionIT {

  @Inject SettableClock clock;

  private final String token = newUser();

  @Test
  void countsAnEventIdOnceAndAnswersAsTheFirstTime() {
    Map<String, Object> event = Map.of("event_type", "e", "event_id", "evt 1/ü");
    JsonPath first = log(token, event).jsonPath();
    clock.advance(Duration.ofSeconds(1));
    JsonPath again = log(token, Map.of("event_type", "other", "event_id", "evt 1/ü")).jsonPath();
    assertThat(first.getString("data.event_id")).isEqualTo("evt 1/ü");
    assertThat(again.getMap("data")).isEqualTo(first.getMap("data"));
    assertThat(list(token, "").getList("data.events.event_type")).containsExactly("e");
    assertThat(stats(token, "").getInt("data.total_events")).isEqualTo(1);
  }

  @Test
  void countsAnEventIdOnceAcrossPartitions() {
    Instant now = clock.instant();
    for (int days : new int[] {0, 1, 30, 0}) {
      logged(
          token,
          Map.of(
              "event_type", "e",
              "event_id", "one",
              "timestamp", now.minus(Duration.ofDays(days)).toString()));
    }
    assertThat(list(token, "").getInt("data.total")).isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    logged(token, Map.of("event_type", "e", "event_id", "one"));
    assertThat(list(token, "").getInt("data.total")).isEqualTo(1);
  }

  @Test
  void countsAnEventIdOnceHoweverManySendItAtTheSameTime() throws Exception {
    Instant then = clock.instant().minus(Duration.ofDays(90)); // a day without a partition as yet
    Map<String, Object> event =
        Map.of("event_type", "e", "event_id", "one", "timestamp", then.toString());
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls =
          IntStream.range(0, 16)
              .<Callable<Integer>>mapToObj(i -> () -> log(token, event).statusCode())
              .toList();
      for (Future<Integer> status : senders.invokeAll(calls)) {
        assertThat(status.get()).isEqualTo(201);
      }
    }
    assertThat(list(token, "").getInt("data.total")).isEqualTo(1);
  }

  @Test
  void keepsTheIdsOfPrincipalsApart() {
    String tenant = unique("tenant");
    Map<String, Object> event = Map.of("event_type", "e", "event_id", "one");
    for (String user : List.of(Tokens.user("a", tenant), Tokens.user("b", tenant), token)) {
      logged(user, event);
      assertThat(list(user, "").getInt("data.total")).isEqualTo(1);
    }
  }

  @Test
  void takesARepeatedRequestForOne_checklist25() {
    Map<String, Object> body = event(UUID.randomUUID(), 1);
    JsonPath first = log(token, body).jsonPath();
    clock.advance(Duration.ofSeconds(59));
    assertThat(log(token, body).jsonPath().getMap("data")).isEqualTo(first.getMap("data"));
    assertThat(list(token, "").getInt("data.total")).isEqualTo(1);
  }

  @Test
  void takesARequestIdThatIsUsedAgainForANewRequest_checklist14() {
    UUID requestId = UUID.randomUUID();
    String first = logged(token, event(requestId, 1));
    String other = logged(token, event(requestId, 2));
    clock.advance(Duration.ofSeconds(61));
    String later = logged(token, event(requestId, 1));
    assertThat(list(token, "").getList("data.events.id")).containsExactly(later, other, first);
  }

  @Test
  void takesEachEventWithoutAnyIdForANewOne() {
    logged(token, Map.of("event_type", "e"));
    logged(token, Map.of("event_type", "e"));
    assertThat(list(token, "").getInt("data.total")).isEqualTo(2);
  }

  private static Map<String, Object> event(UUID requestId, int number) {
    return Map.of(
        "event_type", "e",
        "data", Map.of("number", number),
        "metadata", Map.of("request_id", requestId.toString()));
  }
}
