package dev.nexus.batch.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.batch.item.Outcome.Answered;
import dev.nexus.batch.item.Outcome.Cached;
import dev.nexus.batch.item.Outcome.Unanswered;
import dev.nexus.common.peer.PeerAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiAnswersTest {

  private static Outcome read(int status, String body, int maxSize) {
    try {
      return AiAnswers.read(new PeerAnswer(status, new ObjectMapper().readTree(body)), maxSize);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "completed,true",
    "partial,true",
    "failed,false",
    "timeout,false",
    "in_progress,false",
    "else,false"
  })
  void countsByTheStatusOfTheExecution_5_1(String status, boolean success) {
    Outcome outcome =
        read(200, "{\"data\":{\"execution_id\":\"e\",\"status\":\"" + status + "\"}}", 1_000);
    assertThat(outcome).isInstanceOf(Answered.class);
    assertThat(outcome.succeeded()).isEqualTo(success);
  }

  @Test
  void keepsHowTheAnswerWasCached() {
    Outcome outcome =
        read(
            200,
            "{\"metadata\":{\"cache_info\":{\"cache_hit\":true,\"cache_ttl\":999999}},\"data\":{\"execution_id\":\"e\",\"status\":\"completed\"}}",
            1_000);
    assertThat(((Answered) outcome).cache()).contains(new Cached(true, 86_400));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | '' | EXTERNAL_SERVICE_ERROR | true",
        "200 | {} | EXTERNAL_SERVICE_ERROR | true",
        "200 | [] | EXTERNAL_SERVICE_ERROR | true",
        "200 | {\"data\":{\"status\":\"completed\"}} | EXTERNAL_SERVICE_ERROR | true",
        "200 | {\"data\":{\"execution_id\":\"\",\"status\":\"a\"}} | EXTERNAL_SERVICE_ERROR | true",
        "200 | {\"data\":{\"execution_id\":7,\"status\":\"a\"}} | EXTERNAL_SERVICE_ERROR | true",
        "200 | {\"data\":{\"execution_id\":\"long\",\"status\":\"a\"}} | PROCESSING_ERROR | false",
        "302 | {} | EXTERNAL_SERVICE_ERROR | true",
        "500 | {\"error\":\"text\"} | EXTERNAL_SERVICE_ERROR | true",
        "500 | {\"error\":{\"code\":\"INTERNAL_ERROR\",\"type\":\"T\"}} | INTERNAL_ERROR | false",
        "503 | {\"error\":{\"code\":\"SERVICE_UNAVAILABLE\",\"type\":\"T\"}} | SERVICE_UNAVAILABLE | true",
        "400 | {\"error\":{\"code\":\"C\",\"type\":\"T\",\"message\":\"m\",\"field\":\"query\"}} | C | false"
      })
  void saysWhatIsWrongAndWhetherItMayPass(int status, String body, String code, boolean passes) {
    Outcome outcome = read(status, body, 30);
    assertThat(outcome.succeeded()).isFalse();
    ItemError error = ((Unanswered) outcome).error();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.message()).isNotBlank();
    assertThat(error.mayPass()).isEqualTo(passes);
  }

  @Test
  void boundsTheMessage_2_1() {
    Outcome outcome =
        read(
            400,
            "{\"error\":{\"code\":\"C\",\"type\":\"T\",\"message\":\"" + "m".repeat(2_000) + "\"}}",
            10);
    assertThat(((Unanswered) outcome).error().message()).hasSize(1_000);
  }
}
