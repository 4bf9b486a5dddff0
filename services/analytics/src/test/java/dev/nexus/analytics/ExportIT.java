package dev.nexus.analytics;

import static dev.nexus.analytics.AnalyticsCalls.PATH;
import static dev.nexus.analytics.AnalyticsCalls.as;
import static dev.nexus.analytics.AnalyticsCalls.logAll;
import static dev.nexus.analytics.AnalyticsCalls.logged;
import static dev.nexus.analytics.AnalyticsCalls.newUser;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.SettableClock;
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
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
class ExportIT {

  @Inject SettableClock clock;

  private final String token = newUser();

  @Test
  void writesCsv() {
    logged(token, Map.of("event_type", "e", "user_id", "=1+1", "event_id", "a"));
    logged(
        token, Map.of("event_type", "x,y", "event_id", "b", "data", Map.of("say", "\"борщ\"\n")));
    logged(newUser(), Map.of("event_type", "foreign"));
    Response file = as(token).get(PATH + "/export?format=csv");
    assertContract(file);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.contentType()).startsWith("application/csv");
    assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"events.csv");
    String[] lines = file.asString().split("\r\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).isEqualTo("id,event_type,user_id,tenant_id,timestamp,data");
    assertThat(lines[1])
        .startsWith("b,\"x,y\",user-")
        .endsWith(",\"{\"\"say\"\":\"\"\\\"\"борщ\\\"\"\\n\"\"}\"");
    assertThat(lines[2]).startsWith("a,e,'=1+1,").endsWith("Z,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?format=json"})
  void givesALinkToAJsonFile(String query) {
    logged(token, Map.of("event_type", "e", "event_id", "a", "data", Map.of("k", 1)));
    logged(token, Map.of("event_type", "e", "event_id", "b"));
    JsonPath link = assertContract(as(token).get(PATH + "/export" + query)).isEnvelope(200);
    assertThat(Instant.parse(link.getString("data.expires_at"))).isAfter(clock.instant());
    Response file = as(token).get(link.getString("data.download_url"));
    assertContract(file);
    assertThat(file.contentType()).startsWith("application/json");
    assertThat(file.jsonPath().getList("id")).containsExactly("b", "a");
    assertThat(file.jsonPath().getInt("[1].data.k")).isEqualTo(1);
    assertThat(file.jsonPath().getString("[1].event_type")).isEqualTo("e");
    clock.advance(Duration.ofHours(1));
    assertContract(as(token).get(link.getString("data.download_url")))
        .isError(404, "RESOURCE_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void writesNothingAsAnEmptyFile() {
    assertThat(as(token).get(PATH + "/export?format=csv").asString())
        .isEqualTo("id,event_type,user_id,tenant_id,timestamp,data\r\n");
    String link = as(token).get(PATH + "/export").jsonPath().getString("data.download_url");
    assertThat(as(token).get(link).jsonPath().getList("")).isEmpty();
  }

  @Test
  void keepsToTheDates() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (int days = 0; days < 5; days++) {
      Instant when = today.minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
      logged(
          token, Map.of("event_type", "e", "event_id", "d" + days, "timestamp", when.toString()));
    }
    String dates = "start_date=" + today.minusDays(3) + "&end_date=" + today.minusDays(2);
    assertThat(as(token).get(PATH + "/export?format=csv&" + dates).asString().lines().skip(1))
        .map(line -> line.split(",")[0])
        .containsExactly("d2", "d3");
    String link =
        as(token).get(PATH + "/export?" + dates).jsonPath().getString("data.download_url");
    assertThat(as(token).get(link).jsonPath().getList("id")).containsExactly("d2", "d3");
  }

  @Test
  void writesMoreThanIsReadAtATime() {
    for (int i = 0; i < 3; i++) {
      logAll(token, Collections.nCopies(1_000, Map.of("event_type", "e")));
    }
    assertThat(as(token).get(PATH + "/export?format=csv").asString().lines()).hasSize(3_001);
  }

  @ParameterizedTest
  @CsvSource({
    "format=xlsx, format",
    "format=pdf, format",
    "start_date=x, start_date",
    "start_date=2026-02-02&end_date=2026-02-01, end_date",
  })
  void refusesWhatItCannotWrite(String query, String field) {
    Response response = as(token).get(PATH + "/export?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.jsonPath().getString("error.field")).isEqualTo(field);
  }
}
