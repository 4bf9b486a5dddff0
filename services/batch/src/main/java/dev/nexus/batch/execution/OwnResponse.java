package dev.nexus.batch.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ExecuteTemplateResponse of ours (protocol 4.5), for an item that the ai service has not
 * executed or not yet. It has all that examples read unchecked.
 *
 * @param executionId UUID
 * @param id the same
 * @param status {@code in_progress}, {@code failed} or {@code timeout}
 * @param errorMessage why it has no answer
 * @param sections the reason once more, as the contract wants it (protocol 5.1)
 * @param ranking of no results
 * @param metadata figures
 * @param processingTimeMs ms
 * @param pagination one page without results
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnResponse(
    String executionId,
    String id,
    String status,
    @Nullable String errorMessage,
    List<Section> sections,
    Ranking ranking,
    Figures metadata,
    int processingTimeMs,
    Page pagination) {

  /** The reason why there is no answer. */
  public record Section(
      String domainId,
      String title,
      String status,
      String error,
      int responseTimeMs,
      List<String> results) {}

  /** The order of no results. */
  public record Ranking(List<String> items, String algorithm) {

    static final Ranking EMPTY = new Ranking(List.of(), "weighted_relevance_confidence");
  }

  /** Figures of an execution without domains. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Figures(
      @Nullable Long startedAt,
      @Nullable Long completedAt,
      long totalTimeMs,
      Map<String, Integer> domainStats,
      int domainsExecuted,
      int resultsCount) {}

  /** A page without results. */
  public record Page(
      int page,
      int pageSize,
      int totalPages,
      long totalItems,
      boolean hasNext,
      boolean hasPrevious) {

    static final Page EMPTY = new Page(1, 100, 0, 0, false, false);
  }
}
