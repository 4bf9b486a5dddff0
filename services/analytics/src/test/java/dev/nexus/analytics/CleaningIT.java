package dev.nexus.analytics;

import static dev.nexus.analytics.AnalyticsCalls.PATH;
import static dev.nexus.analytics.AnalyticsCalls.as;
import static dev.nexus.analytics.AnalyticsCalls.list;
import static dev.nexus.analytics.AnalyticsCalls.logged;
import static dev.nexus.analytics.AnalyticsCalls.newUser;
import static dev.nexus.analytics.AnalyticsCalls.stats;
import static dev.nexus.analytics.AnalyticsCalls.unique;
import static dev.nexus.common.testing.ContractAssert.assertContract;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "analytics"))
class CleaningIT {

  @Inject SettableClock clock;

  @Test
  void deletesTheTenantsOldEventsAndNoOthers() {
    String admin = Tokens.admin("root");
    String mine = Tokens.user(unique("user"));
    String foreign = newUser();
    as(admin).post(PATH + "/clean?days_to_keep=9");
    for (int days : new int[] {1, 11, 30, 300}) {
      log(mine, days);
      log(foreign, days);
    }
    JsonPath cleaned =
        assertContract(as(admin).post(PATH + "/clean?days_to_keep=10")).isEnvelope(200);
    assertThat(cleaned.<Object>get("data.deleted_count")).isEqualTo(3);
    assertThat(cleaned.getString("data.message")).contains("10 days");
    assertThat(list(mine, "").getInt("data.total")).isEqualTo(1);
    assertThat(stats(mine, "?days=365").getInt("data.total_events")).isEqualTo(1);
    assertThat(list(foreign, "").getInt("data.total")).isEqualTo(4);
    assertThat(
            as(admin).post(PATH + "/clean?days_to_keep=10").jsonPath().getInt("data.deleted_count"))
        .isZero();
  }

  @Test
  void isTheAdministratorsOnly_checklist20() {
    assertContract(as(newUser()).post(PATH + "/clean"))
        .isError(403, "INSUFFICIENT_PERMISSIONS", "AUTHORIZATION_ERROR");
    assertContract(as(Tokens.admin("root")).post(PATH + "/clean")).isEnvelope(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3651", "all"})
  void refusesDaysThatCannotBe(String days) {
    assertThat(
            as(Tokens.admin("root"))
                .post(PATH + "/clean?days_to_keep=" + days)
                .jsonPath()
                .getString("error.field"))
        .isEqualTo("days_to_keep");
  }

  private void log(String token, int daysAgo) {
    logged(
        token,
        Map.of(
            "event_type",
            "e",
            "timestamp",
            clock.instant().minus(Duration.ofDays(daysAgo)).toString()));
  }
}
