package dev.nexus.batch.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nexus.batch.item.Outcome.Answered;
import dev.nexus.batch.item.Outcome.Cached;
import dev.nexus.batch.item.Outcome.Unanswered;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.peer.PeerAnswer;
import java.util.Optional;

/** Reads what the ai service answered. */
final class AiAnswers {

  private static final int LONGEST_TTL = 86_400;

  private AiAnswers() {}

  /**
   * The outcome that an answer stands for.
   *
   * @param maxSize characters of a response that is kept
   */
  static Outcome read(PeerAnswer answer, long maxSize) {
    if (answer.body().isMissingNode()) {
      // Every answer of the contract has a body: this one was lost on its way.
      return new Unanswered(external("The answer of the ai service was empty"));
    }
    if (!answer.isSuccess()) {
      return new Unanswered(error(answer));
    }
    JsonNode response = answer.body().path("data");
    if (!isText(response.path("execution_id")) || !isText(response.path("status"))) {
      return new Unanswered(external("The ai service answered in an unknown form"));
    }
    if (response.toString().length() > maxSize) {
      return new Unanswered(
          ItemError.processing("The answer of the ai service is too large for a batch"));
    }
    return new Answered(response, cached(answer.body().path("metadata").path("cache_info")));
  }

  private static ItemError error(PeerAnswer answer) {
    JsonNode error = answer.body().path("error");
    JsonNode field = error.path("field");
    if (!isText(error.path("code")) || !isText(error.path("type"))) {
      return external("The ai service answered with status " + answer.status());
    }
    return new ItemError(
        error.path("code").asText(),
        error.path("type").asText(),
        error.path("message").asText("The ai service answered with an error"),
        isText(field) ? field.asText() : null);
  }

  private static Optional<Cached> cached(JsonNode info) {
    int ttl = Math.clamp(info.path("cache_ttl").asInt(), 0, LONGEST_TTL);
    return info.isObject()
        ? Optional.of(new Cached(info.path("cache_hit").asBoolean(), ttl))
        : Optional.empty();
  }

  private static ItemError external(String message) {
    return ItemError.of(CommonError.EXTERNAL_SERVICE_ERROR, message);
  }

  private static boolean isText(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank();
  }
}
