package dev.nexus.batch.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nexus.batch.execution.OperationList.Operation;
import dev.nexus.batch.execution.OwnResponse.Figures;
import dev.nexus.batch.execution.OwnResponse.Section;
import dev.nexus.batch.item.Item;
import dev.nexus.batch.item.ItemError;
import dev.nexus.batch.item.Outcome;
import dev.nexus.batch.item.Outcome.Answered;
import dev.nexus.batch.item.Outcome.Unanswered;
import dev.nexus.common.envelope.ResponseMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows batches. */
@Singleton
class Views {

  private final ObjectMapper json;

  Views(ObjectMapper json) {
    this.json = json;
  }

  /** The batch; also in the legacy words when its request came in them. */
  BatchView of(Report report, ResponseMetadata metadata) {
    Batch batch = report.batch();
    BatchMetadata figures = figures(report);
    return new BatchView(
        batch.batchId(),
        batch.state(),
        report.items().stream().map(this::response).toList(),
        figures,
        batch.operations() ? legacy(report, figures, metadata) : null);
  }

  List<Operation> of(List<Item> items) {
    return items.stream().map(this::operation).toList();
  }

  private static BatchMetadata figures(Report report) {
    Batch batch = report.batch();
    return new BatchMetadata(
        batch.total(),
        report.successful(),
        report.failed(),
        batch.startedAt().getEpochSecond(),
        batch.completedAt().map(Instant::getEpochSecond).orElse(null),
        millis(batch.duration(report.at())));
  }

  private LegacyResults legacy(Report report, BatchMetadata figures, ResponseMetadata metadata) {
    return new LegacyResults(
        report.items().stream().map(this::result).toList(),
        figures.totalRequests(),
        figures.successfulRequests(),
        figures.failedRequests(),
        figures.totalProcessingTimeMs(),
        metadata);
  }

  private LegacyResults.Result result(Item item) {
    return new LegacyResults.Result(
        item.task().operationId(),
        item.succeeded(),
        item.succeeded() ? response(item) : null,
        error(item).orElse(null),
        millis(item.duration()));
  }

  private static Optional<ItemError> error(Item item) {
    return item.outcome()
        .filter(outcome -> !outcome.succeeded())
        .map(
            outcome ->
                switch (outcome) {
                  case Unanswered unanswered -> unanswered.error();
                  case Answered answered ->
                      ItemError.processing(
                          answered
                              .response()
                              .path("error_message")
                              .asText("The execution ended without success"));
                });
  }

  private Operation operation(Item item) {
    return new Operation(
        item.task().operationId(), item.progress().wire(), item.task().request(), response(item));
  }

  private JsonNode response(Item item) {
    @Nullable Outcome outcome = item.outcome().orElse(null);
    return switch (outcome) {
      case null -> own(item, null);
      case Answered answered -> answered.response();
      case Unanswered unanswered -> own(item, unanswered.error());
    };
  }

  private JsonNode own(Item item, @Nullable ItemError error) {
    int millis = millis(item.duration());
    String id = item.executionId().toString();
    return json.valueToTree(
        new OwnResponse(
            id,
            id,
            error == null ? "in_progress" : error.executionStatus(),
            error == null ? null : error.message(),
            error == null ? List.of() : List.of(section(error, millis)),
            OwnResponse.Ranking.EMPTY,
            new Figures(
                item.startedAt().map(Instant::getEpochSecond).orElse(null),
                item.completedAt().map(Instant::getEpochSecond).orElse(null),
                millis,
                Map.of(),
                0,
                0),
            millis,
            OwnResponse.Page.EMPTY));
  }

  private static Section section(ItemError error, int millis) {
    return new Section("batch", "Batch", sectionStatus(error), error.message(), millis, List.of());
  }

  private static String sectionStatus(ItemError error) {
    return error.executionStatus().equals("timeout") ? "timeout" : "error";
  }

  private static int millis(Duration duration) {
    return (int) Math.clamp(duration.toMillis(), 0L, Integer.MAX_VALUE);
  }
}
