package dev.nexus.conversation.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.peer.PeerAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The AI service as an assistant: each turn is an execution of a template. */
@ApplicationScoped
class PeerAssistant implements Assistant {

  private static final Logger LOG = Logger.getLogger(PeerAssistant.class);

  private static final Pattern CODE = Pattern.compile("[A-Z_]{1,64}");
  private static final int MAX_MESSAGE = 1_000;

  private final AiPeer ai;
  private final AssistantConfig config;
  private final MeterRegistry meters;

  PeerAssistant(AiPeer ai, AssistantConfig config, MeterRegistry meters) {
    this.ai = ai;
    this.config = config;
    this.meters = meters;
  }

  @Override
  public Reply reply(Turn turn) {
    Timer.Sample sample = Timer.start(meters);
    Language language = Language.of(turn.context(), turn.question());
    Reply reply = ask(turn, language);
    sample.stop(
        Timer.builder("nexus.conversation.replies")
            .description("Time the assistant took to reply")
            .tag("outcome", reply instanceof Reply.Answered ? "answered" : "failed")
            .register(meters));
    return reply;
  }

  private Reply ask(Turn turn, Language language) {
    try {
      PeerAnswer answer = ai.execute(turn, language);
      return answer.isSuccess()
          ? read(answer.body().path("data"), language)
          : refused(answer, language);
    } catch (NexusException e) {
      return failed(
          new Problem(e.code().name(), e.code().type().name(), String.valueOf(e.getMessage())),
          language);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Asking the ai service failed");
      return failed(CommonError.SERVICE_UNAVAILABLE, "The ai service could not be asked", language);
    }
  }

  private Reply read(JsonNode data, Language language) {
    Execution execution = Execution.from(data);
    if (execution.isAnswer() && !execution.id().isEmpty()) {
      return new Reply.Answered(
          ReplyText.of(execution, language, config),
          Optional.of(execution.queryType()).filter(type -> !type.isEmpty()),
          metadata(execution));
    }
    if (execution.isLate()) {
      return failed(CommonError.TIMEOUT, "The execution ran out of time", language);
    }
    return failed(CommonError.EXTERNAL_SERVICE_ERROR, "The ai service gave no answer", language);
  }

  private static ObjectNode metadata(Execution execution) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("execution_id", execution.id());
    metadata.put("execution_status", execution.status());
    if (!execution.provider().isEmpty()) {
      metadata.put("provider", execution.provider());
    }
    var domains = metadata.putArray("domains");
    execution.domains().forEach(domains::add);
    return metadata;
  }

  /** Tells the peer's own error when it is one; a failure inside the peer stays there. */
  private static Reply refused(PeerAnswer answer, Language language) {
    JsonNode error = answer.body().path("error");
    String code = error.path("code").asText();
    if (answer.status() == 500 || !CODE.matcher(code).matches()) {
      return failed(
          CommonError.EXTERNAL_SERVICE_ERROR, "The ai service failed to answer", language);
    }
    String message = Texts.cut(error.path("message").asText(), MAX_MESSAGE);
    return failed(new Problem(code, error.path("type").asText(), message), language);
  }

  private static Reply failed(CommonError error, String message, Language language) {
    return failed(new Problem(error.name(), error.type().name(), message), language);
  }

  private static Reply failed(Problem problem, Language language) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata
        .putObject("error")
        .put("code", problem.code())
        .put("type", problem.type())
        .put("message", problem.message());
    return new Reply.Failed(Phrase.of(problem.code()).in(language), metadata);
  }

  /** Why there is no answer, as the contract's errors say it (protocol 2.1). */
  private record Problem(String code, String type, String message) {}
}
