package dev.nexus.batch;

import static dev.nexus.batch.BatchCalls.aiLog;
import static dev.nexus.batch.BatchCalls.as;
import static dev.nexus.batch.BatchCalls.execute;
import static dev.nexus.batch.BatchCalls.newName;
import static dev.nexus.batch.BatchCalls.newUser;
import static dev.nexus.batch.BatchCalls.post;
import static dev.nexus.batch.BatchCalls.requests;
import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.common.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The synchronous batch as clients call it. */
@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(FakeAiResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "batch"))
class BatchIT {

  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Test
  void answersInOrderAndCountsABadItem_checklist37() {
    JsonPath body = execute(newUser(), "{\"requests\":[{\"query\":\"a\"},{\"query\":\"\"}]}");
    assertThat(body.getList("data.responses")).hasSize(2).doesNotContainNull();
    assertThat(body.getString("data.responses[0].status")).isEqualTo("completed");
    assertThat(body.getString("data.responses[0].echo.query")).isEqualTo("a");
    assertThat(body.getInt("data.batch_metadata.total_requests")).isEqualTo(2);
    assertThat(body.getInt("data.batch_metadata.successful_requests")).isEqualTo(1);
    assertThat(body.getInt("data.batch_metadata.failed_requests")).isEqualTo(1);
    assertThat(body.<Object>get("data.batch_metadata.started_at")).isInstanceOf(Integer.class);
    assertThat(body.<Object>get("data.batch_metadata.completed_at")).isInstanceOf(Integer.class);
    assertThat(body.<Object>get("data.batch_metadata.total_processing_time_ms"))
        .isInstanceOf(Integer.class);
    assertThat(body.getString("data.batch_id")).matches(UUID_PATTERN);
    assertThat(body.getString("data.status")).isEqualTo("completed");
  }

  @Test
  void tellsTheReasonOfABadItemInASection_5_1() {
    JsonPath body = execute(newUser(), "{\"requests\":" + requests("") + "}");
    String item = "data.responses[0].";
    assertThat(body.getString(item + "execution_id")).matches(UUID_PATTERN);
    assertThat(body.getString(item + "status")).isEqualTo("failed");
    assertThat(body.getString(item + "sections[0].status")).isEqualTo("error");
    assertThat(body.getString(item + "sections[0].error")).contains("VALIDATION_FAILED");
    assertThat(body.<Object>get(item + "processing_time_ms")).isInstanceOf(Integer.class);
    assertThat(body.getInt(item + "pagination.page")).isEqualTo(1);
    assertThat(body.<Object>get(item + "metadata.started_at")).isInstanceOf(Integer.class);
    assertThat(body.getString("data.status")).isEqualTo("failed");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void refusesTooFewAndTooManyItems_checklist38(int count) {
    String body = "{\"requests\":" + requests(count, "a") + "}";
    assertThat(
            assertContract(post(newUser(), body))
                .isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR")
                .getString("error.field"))
        .isEqualTo("requests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"requests\":null}", "{\"operations\":[]}", "null"})
  void refusesABodyWithoutItems_checklist38(String body) {
    assertContract(post(newUser(), body)).isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"requests\":{}}",
        "{\"requests\":[{}],\"batch_options\":{\"timeout_ms\":120001}}",
        "{\"requests\":[{}],\"batch_options\":7}",
        "{\"requests\":[{}],\"options\":{\"max_concurrency\":101}}",
        "{\"requests\":[{}],\"batch_id\":\"a\\u0000b\"}"
      })
  void refusesABatchOfTheWrongForm(String body) {
    Response response = post(newUser(), body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.jsonPath().getString("error.type")).isEqualTo("VALIDATION_ERROR");
    assertThat(response.jsonPath().getString("error.field")).isNotBlank();
  }

  @Test
  void takes100ItemsWithoutLanguageAndOptions_checklist38() {
    JsonPath body = execute(newUser(), "{\"requests\":" + requests(100, "a") + "}");
    assertThat(body.getList("data.responses")).hasSize(100).doesNotContainNull();
    assertThat(body.getInt("data.batch_metadata.successful_requests")).isEqualTo(100);
    assertThat(body.getList("data.responses.execution_id", String.class)).doesNotHaveDuplicates();
  }

  @Test
  void takesItemsThatAreNoObjects() {
    JsonPath body =
        execute(
            newUser(),
            "{\"requests\":[null,\"text\",7,[],{\"query\":\"a\",\"metadata\":{\"request_id\":\"r\"}},"
                + "{\"query\":\"a \\u0000 b\"}]}");
    assertThat(body.getList("data.responses.status"))
        .containsExactly("failed", "failed", "failed", "failed", "failed", "completed");
  }

  @Test
  void takesTheStrictShapeAndUnknownFields_checklist13And15() {
    JsonPath body =
        execute(
            newUser(),
            "{\"metadata\":{\"request_id\":\"%s\",\"protocol_version\":\"2.0.0\"},\"data\":{\"batch_id\":\"mine\",\"x\":1,\"requests\":%s}}"
                .formatted(UUID.randomUUID(), requests("a")));
    assertThat(body.getString("data.batch_id")).isEqualTo("mine");
    assertThat(body.getInt("data.batch_metadata.successful_requests")).isEqualTo(1);
  }

  @Test
  void sendsRateCacheAndQuotaAlways_1_7() {
    String user = newUser();
    JsonPath body =
        assertContract(
                as(user)
                    .header("X-RateLimit-Limit", "1000")
                    .header("X-RateLimit-Remaining", "999")
                    .header("X-RateLimit-Reset", "1790000000")
                    .body("{\"requests\":" + requests("cached", "") + "}")
                    .post(BatchCalls.PATH + "/execute"))
            .isEnvelope(200);
    assertThat(body.getInt("metadata.rate_limit_info.remaining")).isEqualTo(999);
    assertThat(body.getBoolean("metadata.cache_info.cache_hit")).isTrue();
    assertThat(body.getString("metadata.cache_info.cache_key")).matches("[0-9a-f]{64}");
    assertThat(body.getInt("metadata.cache_info.cache_ttl")).isEqualTo(40);
    assertThat(body.getInt("metadata.quota_info.quota_used")).isEqualTo(2);
    assertThat(body.getInt("metadata.quota_info.quota_limit")).isEqualTo(250);
    assertThat(body.getString("metadata.quota_info.quota_type")).isEqualTo("requests");
    JsonPath mixed = execute(user, "{\"requests\":" + requests("cached", "fresh") + "}");
    assertThat(mixed.getBoolean("metadata.cache_info.cache_hit")).isFalse();
    assertThat(mixed.getInt("metadata.quota_info.quota_used")).isEqualTo(4);
  }

  @Test
  void boundsTheItemsOfADay() {
    String user = newUser();
    String body = "{\"requests\":" + requests(100, "a") + "}";
    execute(user, body);
    execute(user, body);
    assertContract(post(user, body)).isError(403, "FORBIDDEN_RESOURCE", "AUTHORIZATION_ERROR");
    JsonPath fits = execute(user, "{\"requests\":" + requests(50, "a") + "}");
    assertThat(fits.getInt("metadata.quota_info.quota_used")).isEqualTo(250);
  }

  @Test
  void actsAsTheUserUnderOneRequestId() {
    String token = Tokens.user(newUser());
    UUID requestId = UUID.randomUUID();
    JsonPath body =
        assertContract(
                given()
                    .auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(
                        "{\"requests\":%s,\"metadata\":{\"request_id\":\"%s\",\"custom_headers\":{\"x-cache-control\":\"no-cache\",\"x-cache-key\":\"k\"}}}"
                            .formatted(requests("a", "a"), requestId))
                    .post(BatchCalls.PATH + "/execute"))
            .isEnvelope(200);
    assertThat(body.getString("metadata.request_id")).isEqualTo(requestId.toString());
    assertThat(body.getString("data.responses[0].token")).isEqualTo("Bearer " + token);
    assertThat(body.getString("data.responses[0].via")).isEqualTo(requestId.toString());
    List<String> ids = body.getList("data.responses.echo.metadata.request_id", String.class);
    assertThat(ids).doesNotHaveDuplicates().doesNotContain(requestId.toString());
    assertThat(body.<String, String>getMap("data.responses[0].echo.metadata.custom_headers"))
        .containsEntry("x-cache-control", "no-cache")
        .containsEntry("x-request-source", "batch")
        .doesNotContainKey("x-cache-key");
  }

  @Test
  void givesItemsTheOptionsThatTheyLack_5_1() {
    JsonPath body =
        execute(
            newUser(),
            """
            {"requests":[{"query":"a"},{"query":"b","options":{"max_results_per_domain":1}}],
             "batch_options":{"max_results_per_domain":2,"include_web_search":false}}
            """);
    assertThat(body.getList("data.responses.echo.options.max_results_per_domain"))
        .containsExactly(2, 1);
    assertThat(body.getList("data.responses.echo.options.include_web_search"))
        .containsExactly(false, false);
  }

  @Test
  void takesTheLegacyOperationsAndAnswersInBothWords_3_4() {
    JsonPath body =
        execute(
            newUser(),
            """
            {"operations":[
               {"id":7,"type":"execute_template","request":{"query":"a"}},
               {"id":8,"type":"log_event","request":{"event_type":"x"}},
               {"request":{"query":""}}],
             "options":{"parallel":true,"stop_on_error":false,"max_concurrency":5}}
            """);
    assertThat(body.getList("data.responses.status"))
        .containsExactly("completed", "failed", "failed");
    assertThat(body.getList("data.results.operation_id")).containsExactly(7, 8, 3);
    assertThat(body.getList("data.results.success")).containsExactly(true, false, false);
    assertThat(body.getString("data.results[0].data.echo.query")).isEqualTo("a");
    assertThat(body.getString("data.results[1].error.code")).isEqualTo("INVALID_VALUE");
    assertThat(body.getString("data.results[2].error.field")).isEqualTo("query");
    assertThat(body.<Object>get("data.results[0].execution_time_ms")).isInstanceOf(Integer.class);
    assertThat(body.getInt("data.total")).isEqualTo(3);
    assertThat(body.getInt("data.successful")).isEqualTo(1);
    assertThat(body.getInt("data.failed")).isEqualTo(2);
    assertThat(body.<Object>get("data.total_time_ms")).isInstanceOf(Integer.class);
    assertThat(body.getString("data.response_metadata.request_id"))
        .isEqualTo(body.getString("metadata.request_id"));
    assertThat(body.getInt("data.batch_metadata.total_requests")).isEqualTo(3);
  }

  @Test
  void takesTheSitesForm_3_4() {
    String name = newName();
    JsonPath body =
        execute(
            newUser(),
            "{\"data\":{\"requests\":%s,\"options\":{\"parallel_execution\":true,\"max_concurrency\":2,\"timeout_ms\":3500}}}"
                .formatted(requests(6, "slow 100 #" + name)));
    assertThat(body.getInt("data.batch_metadata.successful_requests")).isEqualTo(6);
    assertThat(aiLog(name).getInt("most_running")).isEqualTo(2);
    assertThat(body.getMap("data")).doesNotContainKey("results");
  }

  @Test
  void checksTheTokenBeforeTheBody_checklist20() {
    String body = "{\"requests\":[]}";
    assertContract(given().contentType("application/json").body(body).post("/api/v1/batch/execute"))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertContract(
            given()
                .auth()
                .oauth2(Tokens.expired("u"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/batch/execute"))
        .isError(401, "TOKEN_EXPIRED", "AUTHENTICATION_ERROR");
    assertContract(given().get("/api/v1/batch/stats"))
        .isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
    assertContract(post("u", "{")).isError(400, "INVALID_FORMAT", "VALIDATION_ERROR");
  }
}
