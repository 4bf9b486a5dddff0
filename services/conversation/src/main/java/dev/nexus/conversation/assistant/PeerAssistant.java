package dev.nexus.conversation.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nexus.common.Release;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.peer.PeerAnswer;
import dev.nexus.common.peer.PeerCall;
import dev.nexus.common.peer.PeerClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The AI service as an assistant: each turn is an execution of a template. */
@ApplicationScoped
class PeerAssistant implements Assistant {

  private static final Logger LOG = Logger.getLogger(PeerAssistant.class);

  private static final String PEER = "ai";
  private static final String PATH = "/api/v1/templates/execute";
  private static final Pattern CODE = Pattern.compile("[A-Z_]{1,64}");
  private static final int MAX_MESSAGE = 1_000;

  /** The AI service is told to end a little before we stop waiting: part of an answer is one. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final PeerClient peers;
  private final AssistantConfig config;
  private final ExecuteBody.Version version;
  private final MeterRegistry meters;

  PeerAssistant(PeerClient peers, AssistantConfig config, Release release, MeterRegistry meters) {
    this.peers = peers;
    this.config = config;
    this.version = new ExecuteBody.Version(release.protocol(), release.version());
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
    Duration patience = turn.deadline().remaining();
    if (patience.compareTo(MARGIN) <= 0) {
      return failed(CommonError.TIMEOUT, "There was no time left to ask the ai service", language);
    }
    try {
      ObjectNode body = ExecuteBody.of(turn, language, patience.minus(MARGIN), version);
      PeerAnswer answer =
          peers.send(
              new PeerCall(
                  PEER,
                  "POST",
                  PATH,
                  Optional.of(body),
                  turn.credentials().bearerToken(),
                  turn.credentials().requestId(),
                  patience));
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
