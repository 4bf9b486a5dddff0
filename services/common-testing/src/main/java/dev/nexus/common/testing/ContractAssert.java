package dev.nexus.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;

/** What every answer of the contract must have, beside what it says. */
public final class ContractAssert {

  private static final String UUID_V4 =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private final Response response;

  private ContractAssert(Response response) {
    this.response = response;
  }

  /** Checks the headers that every answer carries (protocol 1.8). */
  public static ContractAssert assertContract(Response response) {
    assertThat(response.header("X-Request-ID")).matches(UUID_V4);
    assertThat(response.header("X-Protocol-Version")).isEqualTo("2.0.0");
    assertThat(response.header("X-Server-Version")).isNotBlank();
    assertThat(response.header("X-Processing-Time")).matches("\\d+");
    return new ContractAssert(response);
  }

  /** An enveloped success; gives its body. */
  public JsonPath isEnvelope(int status) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    JsonPath body = response.jsonPath();
    assertThat(body.getString("metadata.request_id")).isEqualTo(response.header("X-Request-ID"));
    assertThat(body.<Object>get("metadata.timestamp")).isInstanceOf(Integer.class);
    assertThat(body.<Object>get("metadata.processing_time_ms")).isInstanceOf(Integer.class);
    assertThat(body.<Object>get("data")).isNotNull();
    return body;
  }

  /** An error with the given status, code and type; gives its body. */
  public JsonPath isError(int status, String code, String type) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    JsonPath body = response.jsonPath();
    assertThat(body.getString("error.code")).isEqualTo(code);
    assertThat(body.getString("error.type")).isEqualTo(type);
    assertThat(body.getString("error.message")).isNotBlank();
    assertThat(body.<Map<String, Object>>get("error.metadata").values())
        .allSatisfy(value -> assertThat(value).isInstanceOf(String.class));
    assertThat(response.header("X-Error-Code")).isEqualTo(code);
    assertThat(response.header("X-Error-Type")).isEqualTo(type);
    return body;
  }
}
