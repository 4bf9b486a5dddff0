package dev.nexus.ai.execution;

import static dev.nexus.ai.execution.ExecutionCalls.as;
import static dev.nexus.ai.execution.ExecutionCalls.execute;
import static dev.nexus.ai.execution.ExecutionCalls.post;
import static dev.nexus.ai.execution.ExecutionCalls.status;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "ai"))
class ExecutionIT {

  @Test
  void answersWithoutMetadata_checklist12() {
    JsonPath body = execute("u1", "{\"query\":\"хочу борщ\"}");
    assertThat(body.getString("data.sections[0].domain_id")).isEqualTo("recipes");
    assertThat(body.getString("data.sections[0].status")).isEqualTo("success");
    assertThat(body.getList("data.sections[0].results")).isNotEmpty();
    assertThat(body.getString("data.metadata.provider")).isEqualTo("offline");
  }

  @Test
  void answersTheStrictShapeToo_checklist13() {
    JsonPath body =
        execute(
            "u1",
            "{\"metadata\":{\"request_id\":\"%s\",\"protocol_version\":\"2.0.0\"},\"data\":{\"query\":\"x\"}}"
                .formatted(UUID.randomUUID()));
    assertThat(body.getString("data.status")).isEqualTo("completed");
  }

  @Test
  void sendsEverythingThatExamplesReadUnchecked_checklist30() {
    JsonPath body =
        assertContract(
                as("u1")
                    .header("X-RateLimit-Limit", "1000")
                    .header("X-RateLimit-Remaining", "999")
                    .header("X-RateLimit-Reset", "1790000000")
                    .body("{\"query\":\"рецепт борща\"}")
                    .post("/api/v1/templates/execute"))
            .isEnvelope(200);
    assertThat(body.getString("data.execution_id")).isNotBlank();
    assertThat(body.getString("data.intent_id")).isNotBlank();
    assertThat(body.getString("data.status")).isEqualTo("completed");
    assertThat(body.getString("data.query_type")).isEqualTo("information_only");
    assertThat(body.<Object>get("data.processing_time_ms")).isInstanceOf(Integer.class);
    assertThat(body.getMap("metadata.rate_limit_info")).isNotEmpty();
    assertThat(body.getMap("metadata.cache_info")).containsKeys("cache_hit", "cache_key");
    assertThat(body.getInt("metadata.cache_info.cache_ttl")).isEqualTo(300);
    assertThat(body.getString("metadata.quota_info.quota_type")).isEqualTo("requests");
    assertThat(body.getInt("data.pagination.page")).isEqualTo(1);
    assertThat(body.getBoolean("data.pagination.has_next")).isFalse();
    assertThat(body.<Object>get("data.metadata.started_at")).isInstanceOf(Integer.class);
    assertThat(body.getMap("data.metadata.domain_stats")).containsEntry("recipes", 1);
    assertThat(body.getString("data.web_search.search_engine")).isEqualTo("none");
  }

  @Test
  void takesForeignContextAndUnknownDomains_checklist31() {
    JsonPath body =
        execute(
            "u1",
            """
            {"query":"купить смартфон","extra":1,
             "context":{"user_id":"user-123","tenant_id":"enterprise-company-abc","roles":["x"]},
             "filters":{"domains":["commerce","reviews","smart_home"],"sort_by":"price"}}
            """);
    assertThat(body.getList("data.sections.domain_id")).contains("commerce");
    assertThat(body.getList("data.domain_analysis.rejected_domains.domain_id"))
        .contains("reviews", "smart_home");
  }

  @Test
  void readsAnExecutionRightAfterwards_checklist32() {
    JsonPath executed = execute("u1", "{\"query\":\"хочу борщ\",\"language\":\"en\"}");
    String id = executed.getString("data.execution_id");
    JsonPath read = assertContract(status("u1", id)).isEnvelope(200);
    assertThat(read.getMap("data")).isEqualTo(executed.getMap("data"));
    assertThat(read.getString("data.id")).isEqualTo(id);
    assertThat(read.getString("data.started_at")).endsWith("Z");
    assertThat(read.getString("data.completed_at")).endsWith("Z");
    assertThat(read.getString("data.sections[0].title")).isEqualTo("Recipes");
  }

  @ParameterizedTest
  @CsvSource({"00000000-0000-4000-8000-000000000000", "no-uuid"})
  void knowsNoUnknownExecution_checklist32(String id) {
    assertContract(status("u1", id)).isError(404, "EXECUTION_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void showsAnExecutionToNobodyElse() {
    String id = execute("u1", "{\"query\":\"хочу борщ\"}").getString("data.execution_id");
    assertContract(status("u2", id)).isError(404, "EXECUTION_NOT_FOUND", "NOT_FOUND");
    Response otherTenant =
        given().auth().oauth2(Tokens.user("u1", "acme")).get("/api/v1/templates/status/" + id);
    assertContract(otherTenant).isError(404, "EXECUTION_NOT_FOUND", "NOT_FOUND");
  }

  @Test
  void describesCapabilitiesAsObjects_checklist34() {
    JsonPath body = execute("u1", "{\"query\":\"хочу борщ\"}");
    List<Map<String, Object>> capabilities =
        body.getList("data.domain_analysis.selected_domains[0].capabilities");
    assertThat(capabilities).isNotEmpty().allSatisfy(c -> assertThat(c).containsKey("type"));
    assertThat(body.<Object>get("data.domain_analysis.selected_domains[0].priority")).isEqualTo(60);
    assertThat(body.getString("data.domain_analysis.analysis_algorithm"))
        .isEqualTo("hybrid_keyword_semantic");
  }

  @Test
  void laysOutTheStepsOfAnOrder_checklist35And36() {
    JsonPath body =
        execute("u1", "{\"query\":\"закажи борщ с доставкой и напомни принять лекарство\"}");
    List<Map<String, Object>> steps = body.getList("data.workflow.steps");
    assertThat(steps)
        .extracting(s -> s.get("action"))
        .containsExactly(
            "order_food",
            "process_payment",
            "set_delivery_address",
            "create_reminders",
            "track_medication");
    assertThat(steps.getFirst())
        .containsEntry("step", 1)
        .containsEntry("status", "completed")
        .containsEntry("result_id", "commerce.food-order");
    assertThat(steps.get(1)).containsEntry("depends_on", List.of("commerce.food-order"));
    assertThat(body.getList("data.sections.results.id.flatten()", String.class))
        .containsAll(body.getList("data.workflow.steps.result_id", String.class));
    List<Object> prices =
        body.getList("data.sections.find { it.domain_id == 'commerce' }.results.data.price");
    assertThat(prices).isNotEmpty().allSatisfy(p -> assertThat(p).isInstanceOf(String.class));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"query\":\"\"}', query",
    "'{}', query",
    "'', query",
    "'{\"query\":\"x\",\"language\":\"de\"}', language",
    "'{\"query\":\"x\",\"options\":{\"timeout_ms\":120001}}', options.timeout_ms",
    "'{\"query\":\"x\",\"options\":{\"max_results_per_domain\":51}}', options.max_results_per_domain",
    "'{\"query\":\"x\",\"filters\":{\"min_relevance\":1.5}}', filters.min_relevance",
    "'{\"query\":\"x\",\"filters\":{\"sort_by\":\"luck\"}}', filters.sort_by",
    "'{\"query\":\"x\",\"context\":{\"location\":{\"latitude\":91}}}', context.location.latitude",
  })
  void namesTheFieldThatIsWrong_checklist17(String body, String field) {
    JsonPath error =
        assertContract(post("u1", body)).isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"query\":\"a\\u0000b\"}', query",
    "'{\"query\":\"x\",\"filters\":{\"domains\":[null,\"a\\u0000\"]}}', filters.domains",
    "'{\"query\":\"x\",\"filters\":{\"exclude_domains\":[\"\\u0000\"]}}', filters.exclude_domains",
  })
  void refusesTheCharacterThatCannotBeStored_checklist23(String body, String field) {
    assertThat(body).contains("\\u0000");
    JsonPath error =
        assertContract(post("u1", body)).isError(400, "VALIDATION_FAILED", "VALIDATION_ERROR");
    assertThat(error.getString("error.field")).isEqualTo(field);
  }

  @Test
  void refusesWhoeverIsNotLoggedIn_checklist20() {
    Response response =
        given()
            .contentType("application/json")
            .body("{\"query\":\"\"}")
            .post("/api/v1/templates/execute");
    assertContract(response).isError(401, "AUTHENTICATION_FAILED", "AUTHENTICATION_ERROR");
  }

  @Test
  void answersInTimeWhateverTimeIsAllowed_checklist24() {
    JsonPath body = execute("u1", "{\"query\":\"борщ\",\"options\":{\"timeout_ms\":120000}}");
    assertThat(body.getInt("data.processing_time_ms")).isLessThan(25_000);
  }

  @Test
  void pagesThroughTheResults() {
    String query = "рецепты: борщ, пельмени, блины, паста, салат";
    JsonPath first =
        execute("u1", "{\"query\":\"%s\",\"pagination\":{\"page_size\":2}}".formatted(query));
    int total = first.getInt("data.pagination.total_items");
    assertThat(total).isGreaterThanOrEqualTo(5);
    assertThat(first.getList("data.sections.results.flatten()")).hasSize(2);
    String cursor = first.getString("data.pagination.next_cursor");
    JsonPath second =
        as("u1")
            .queryParam("cursor", cursor)
            .get("/api/v1/templates/status/" + first.getString("data.execution_id"))
            .jsonPath();
    assertThat(second.getInt("data.pagination.page")).isEqualTo(2);
    assertThat(second.getList("data.sections.results.id.flatten()"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(first.getList("data.sections.results.id.flatten()"));
  }

  @Test
  void streamsEveryDomainThenTheEnd_checklist33() {
    String id = execute("u1", "{\"query\":\"купить смартфон\"}").getString("data.execution_id");
    Response response = as("u1").header("Accept", "").get("/api/v1/templates/stream/" + id);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("text/event-stream");
    List<String> lines = response.asString().lines().toList();
    assertThat(lines).contains("event: domain_result").allMatch(l -> l.length() < 60_000);
    assertThat(lines.reversed().stream().filter(l -> !l.isBlank()).findFirst().orElseThrow())
        .startsWith("data: ")
        .contains("\"execution_id\":\"" + id + "\"", "\"status\":\"completed\"");
    assertContract(as("u1").get("/api/v1/templates/stream/unknown"))
        .isError(404, "EXECUTION_NOT_FOUND", "NOT_FOUND");
  }
}
