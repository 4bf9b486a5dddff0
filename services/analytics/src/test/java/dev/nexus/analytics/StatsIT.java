package dev.nexus.analytics;

import static dev.nexus.analytics.AnalyticsCalls.PATH;
import static dev.nexus.analytics.AnalyticsCalls.as;
import static dev.nexus.analytics.AnalyticsCalls.logAll;
import static dev.nexus.analytics.AnalyticsCalls.logged;
import static dev.nexus.analytics.AnalyticsCalls.newUser;
import static dev.nexus.analytics.AnalyticsCalls.stats;
import static dev.nexus.analytics.AnalyticsCalls.unique;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.SettableClock;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
class StatsIT {

  @Inject SettableClock clock;

  private final String token = newUser();

  @Test
  void hasEveryFieldAndNoNaNOnAnEmptyStore_checklist48() {
    Response response = as(token).get(PATH + "/stats?days=7");
    JsonPath stats = assertContract(response).isEnvelope(200);
    assertThat(stats.getInt("data.period_days")).isEqualTo(7);
    for (String count : List.of("total_events", "total_users", "active_users", "events_today")) {
      assertThat(stats.<Object>get("data." + count)).as(count).isEqualTo(0);
    }
    assertThat(stats.getList("data.top_events")).isEmpty();
    assertThat(stats.getMap("data.conversion_metrics"))
        .containsOnlyKeys(
            "search_to_result", "result_to_action", "template_success", "user_retention")
        .allSatisfy((name, value) -> assertThat(value).isEqualTo(0.0f));
    assertThat(stats.getMap("data.performance_metrics"))
        .containsOnlyKeys(
            "avg_response_time_ms",
            "p95_response_time_ms",
            "p99_response_time_ms",
            "error_rate",
            "throughput_rpm");
    assertThat(stats.<Object>get("data.performance_metrics.throughput_rpm")).isEqualTo(0);
    assertThat(stats.getMap("data.domain_breakdown")).isEmpty();
    assertThat(response.asString()).doesNotContain("NaN", "Infinity", "null");
  }

  @Test
  void countsAnEventAsSoonAsItIsLogged() {
    for (int n = 1; n <= 20; n++) {
      logged(token, Map.of("event_type", "e"));
      assertThat(stats(token, "").getInt("data.total_events")).isEqualTo(n);
      assertThat(stats(token, "").getInt("data.events_today")).isEqualTo(n);
    }
  }

  @Test
  void countsEventsUsersAndDays() {
    Instant now = clock.instant();
    log("a", "user_action", now);
    log("a", "user_action", now.minus(Duration.ofDays(2)));
    log("b", "user_login", now.minus(Duration.ofDays(2)));
    log("b", "user_action", now.minus(Duration.ofDays(7)).plusSeconds(60));
    log("c", "user_action", now.minus(Duration.ofDays(7)).minusSeconds(60));
    JsonPath stats = stats(token, "?days=7");
    assertThat(stats.getInt("data.total_events")).isEqualTo(4);
    assertThat(stats.getInt("data.active_users")).isEqualTo(2);
    assertThat(stats.getInt("data.total_users")).isEqualTo(3);
    assertThat(stats.getInt("data.events_today")).isEqualTo(1);
    assertThat(stats.getList("data.top_events.event")).containsExactly("user_action", "user_login");
    assertThat(stats.getList("data.top_events.count")).containsExactly(3, 1);
    assertThat(stats.getList("data.top_events.percentage", Double.class))
        .containsExactly(0.75, 0.25);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    assertThat(stats.getList("data.user_activity")).hasSize(8);
    assertThat(stats.getString("data.user_activity[7].date")).isEqualTo(today.toString());
    assertThat(stats.getList("data.user_activity.total_events").subList(5, 8))
        .containsExactly(2, 0, 1);
    assertThat(stats.getList("data.user_activity.active_users").subList(5, 8))
        .containsExactly(2, 0, 1);
  }

  @Test
  void tellsHowFarUsersGet() {
    execution("a", Map.of("execution_id", "x1", "results_count", 3, "status", "completed"));
    execution("a", Map.of("execution_id", "x2", "results_count", 2, "status", "partial"));
    execution("b", Map.of("execution_id", "x3", "results_count", 1));
    execution("b", Map.of("execution_id", "x4", "results_count", 0, "status", "failed"));
    execution("c", Map.of("results", List.of(Map.of("id", 1)), "status", "timeout"));
    // Names the execution: follows x1, though x2 is the user's last.
    log("a", "user_action", Map.of("execution_id", "x1"));
    // Names none: follows c's last execution. Nobody had searched before d acted.
    log("c", "user_action", Map.of());
    log("d", "user_action", Map.of());
    JsonPath stats = stats(token, "");
    assertThat(metric(stats, "conversion_metrics.search_to_result")).isEqualTo(4 / 5.0, EXACT);
    assertThat(metric(stats, "conversion_metrics.result_to_action")).isEqualTo(2 / 4.0, EXACT);
    assertThat(metric(stats, "conversion_metrics.template_success")).isEqualTo(3 / 5.0, EXACT);
  }

  @Test
  void takesAnActionForTheLastExecutionBeforeIt() {
    execution("a", Map.of("results_count", 1));
    log("a", "user_action", Map.of());
    log("a", "user_action", Map.of());
    execution("a", Map.of("results_count", 1));
    execution("b", Map.of("results_count", 1));
    assertThat(metric(stats(token, ""), "conversion_metrics.result_to_action"))
        .isEqualTo(1 / 3.0, EXACT);
  }

  @Test
  void tellsWhoCameBack() {
    Instant now = clock.instant();
    for (String user : List.of("a", "b", "c")) {
      log(user, "e", now.minus(Duration.ofDays(6)));
    }
    log("a", "e", now.minus(Duration.ofDays(5)));
    log("b", "e", now.minus(Duration.ofDays(1)));
    log("d", "e", now);
    assertThat(metric(stats(token, ""), "conversion_metrics.user_retention"))
        .isEqualTo(1 / 3.0, EXACT);
  }

  @Test
  void tellsHowFastRequestsAreAnswered() {
    List<Map<String, Object>> events =
        IntStream.rangeClosed(1, 200)
            .<Map<String, Object>>mapToObj(
                i ->
                    Map.of(
                        "event_type",
                        i % 2 == 0 ? "template.completed" : "api_call",
                        "data",
                        Map.of(
                            "response_time_ms", 201 - i, "status", i <= 20 ? "error" : "completed"),
                        "timestamp",
                        clock.instant().minus(Duration.ofMinutes(10)).toString()))
            .toList();
    assertContract(logAll(token, events)).isEnvelope(201);
    log("a", "user_action", Map.of("response_time_ms", 9_999, "status", "failed"));
    log("a", "user_login", Map.of("status", "failed"));
    JsonPath stats = stats(token, "");
    assertThat(metric(stats, "performance_metrics.avg_response_time_ms")).isEqualTo(100.5, EXACT);
    assertThat(metric(stats, "performance_metrics.p95_response_time_ms")).isEqualTo(190, EXACT);
    assertThat(metric(stats, "performance_metrics.p99_response_time_ms")).isEqualTo(198, EXACT);
    assertThat(metric(stats, "performance_metrics.error_rate")).isEqualTo(0.1, EXACT);
    assertThat(stats.<Object>get("data.performance_metrics.throughput_rpm")).isEqualTo(20);
  }

  @Test
  void tellsHowDomainsFare() {
    execution(
        "a",
        Map.of(
            "domain",
            "commerce",
            "response_time_ms",
            100,
            "cache_hit",
            true,
            "relevance_score",
            0.9));
    execution(
        "a",
        Map.of(
            "domains",
            List.of("commerce", "travel"),
            "processing_time_ms",
            300,
            "status",
            "failed",
            "cache_hit",
            false,
            "relevance_score",
            0.5));
    log("a", "domain_call", Map.of("domain_id", "commerce"));
    log("a", "user_action", Map.of("domain", "commerce"));
    JsonPath stats = stats(token, "");
    assertThat(stats.getMap("data.domain_breakdown")).containsOnlyKeys("commerce", "travel");
    assertThat(stats.<Object>get("data.domain_breakdown.commerce.requests_count")).isEqualTo(3);
    assertThat(stats.<Object>get("data.domain_breakdown.commerce.error_count")).isEqualTo(1);
    assertThat(metric(stats, "domain_breakdown.commerce.success_rate")).isEqualTo(2 / 3.0, EXACT);
    assertThat(metric(stats, "domain_breakdown.commerce.avg_response_time_ms"))
        .isEqualTo(200, EXACT);
    assertThat(metric(stats, "domain_breakdown.commerce.cache_hit_rate")).isEqualTo(0.5, EXACT);
    assertThat(metric(stats, "domain_breakdown.commerce.relevance_score")).isEqualTo(0.7, EXACT);
    assertThat(metric(stats, "domain_breakdown.travel.success_rate")).isEqualTo(0, EXACT);
  }

  @Test
  void countsWhatTheFilterAndThePeriodChoose() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Instant noon = today.minusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC);
    log("a", "e", noon);
    log("b", "e", noon.plus(Duration.ofDays(1)));
    logged(token, Map.of("event_type", "e", "user_id", "b", "tenant_id", "t2"));
    String day = today.minusDays(3).toString();
    JsonPath one = stats(token, "?start_date=" + day + "&end_date=" + day);
    assertThat(one.getInt("data.total_events")).isEqualTo(1);
    assertThat(one.getInt("data.period_days")).isEqualTo(1);
    assertThat(one.getList("data.user_activity.date")).containsExactly(day);
    assertThat(one.getInt("data.events_today")).isEqualTo(1);
    assertThat(stats(token, "?start_date=" + day).getInt("data.period_days")).isEqualTo(4);
    assertThat(stats(token, "?start_date=" + day).getInt("data.total_events")).isEqualTo(3);
    assertThat(stats(token, "?days=2&end_date=" + day).getInt("data.total_events")).isEqualTo(1);
    assertThat(stats(token, "?user_id=b").getInt("data.total_events")).isEqualTo(2);
    assertThat(stats(token, "?user_id=b&tenant_id=t2").getInt("data.total_events")).isEqualTo(1);
    assertThat(stats(token, "?user_id=b").getInt("data.total_users")).isEqualTo(1);
  }

  @Test
  void countsOnlyWhatTheCallerMayRead() {
    String alice = unique("alice");
    String type = unique("type");
    logged(Tokens.user(alice), Map.of("event_type", type));
    logged(Tokens.user(unique("bob")), Map.of("event_type", type));
    assertThat(stats(Tokens.user(alice), "").getInt("data.total_events")).isEqualTo(1);
    assertThat(stats(Tokens.user(alice), "?user_id=someone").getInt("data.total_events")).isZero();
    JsonPath all = stats(Tokens.admin("root"), "?user_id=" + alice);
    assertThat(all.getInt("data.total_events")).isEqualTo(1);
    assertThat(stats(token, "?user_id=" + alice).getInt("data.total_events")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "days=0, days",
    "days=366, days",
    "days=x, days",
    "start_date=yesterday, start_date",
    "start_date=-0001-01-01, start_date",
    "end_date=2026-13-01, end_date",
    "start_date=2026-02-02&end_date=2026-02-01, end_date",
    "start_date=2024-01-01&end_date=2026-02-01, start_date",
    "start_date=9000-01-01, start_date",
  })
  void refusesPeriodsThatCannotBe(String query, String field) {
    Response response = as(token).get(PATH + "/stats?" + query);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
    assertThat(response.jsonPath().getString("error.field")).isEqualTo(field);
  }

  @Test
  void showsAUserItsActivity() {
    String user = unique("user");
    String own = Tokens.user(user, unique("tenant"));
    logged(own, Map.of("event_type", "user_login"));
    logged(own, Map.of("event_type", "e", "user_id", "another"));
    JsonPath activity = assertContract(as(own).get(PATH + "/user")).isEnvelope(200);
    assertThat(activity.getString("data.user_id")).isEqualTo(user);
    assertThat(activity.getInt("data.period_days")).isEqualTo(30);
    assertThat(activity.getInt("data.total_events")).isEqualTo(1);
    assertThat(activity.getString("data.last_event_at")).endsWith("Z");
    assertThat(activity.getList("data.top_events.event")).containsExactly("user_login");
    assertThat(activity.getList("data.activity")).hasSize(31);
    assertContract(as(token).get(PATH + "/user?days=1")).isEnvelope(200);
  }

  @Test
  void showsWhatHappensNow() {
    Instant now = clock.instant();
    log("a", "e", now.minusSeconds(10));
    log("b", "e", now.minusSeconds(100));
    log("c", "e", now.minusSeconds(1_000));
    log("d", "e", now.minusSeconds(10_000));
    JsonPath realtime = assertContract(as(token).get(PATH + "/realtime")).isEnvelope(200);
    assertThat(realtime.getInt("data.active_users")).isEqualTo(2);
    assertThat(realtime.getInt("data.events_last_minute")).isEqualTo(1);
    assertThat(realtime.getInt("data.events_last_five_minutes")).isEqualTo(2);
    assertThat(realtime.getInt("data.events_last_hour")).isEqualTo(3);
    assertThat(realtime.getList("data.top_events.count")).containsExactly(3);
  }

  private static final org.assertj.core.data.Offset<Double> EXACT = within(1e-6);

  private static double metric(JsonPath stats, String path) {
    return stats.getDouble("data." + path);
  }

  private void execution(String user, Map<String, Object> data) {
    log(user, "template_executed", data);
  }

  private void log(String user, String type, Map<String, Object> data) {
    logged(token, Map.of("event_type", type, "user_id", user, "data", data));
  }

  private void log(String user, String type, Instant when) {
    logged(token, Map.of("event_type", type, "user_id", user, "timestamp", when.toString()));
  }
}
