package dev.nexus.ai.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nexus.ai.analysis.DomainAnalysis;
import dev.nexus.ai.analysis.QueryType;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.composition.ExecutionStatus;
import dev.nexus.ai.composition.WebSearch;
import dev.nexus.ai.ranking.Ranking;
import dev.nexus.ai.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution on the wire: the union of ExecuteTemplateResponse and TemplateExecution (protocol
 * 3.3, 4.5).
 *
 * @param executionId UUID
 * @param id the same
 * @param intentId UUID
 * @param status where it stands
 * @param startedAt RFC 3339
 * @param completedAt RFC 3339, once ended
 * @param errorMessage why it failed
 * @param queryType the kind of answer
 * @param sections one per domain; the results of this page
 * @param webSearch results from the web, if asked for
 * @param ranking the order over all results of all pages
 * @param metadata figures
 * @param processingTimeMs ms
 * @param pagination where this page stands
 * @param workflow what is to be done, if anything
 * @param domainAnalysis why these domains
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutionView(
    String executionId,
    String id,
    String intentId,
    ExecutionStatus status,
    String startedAt,
    @Nullable String completedAt,
    @Nullable String errorMessage,
    @Nullable QueryType queryType,
    List<DomainSection> sections,
    @Nullable WebSearch webSearch,
    Ranking ranking,
    ExecutionMetadata metadata,
    int processingTimeMs,
    Pagination pagination,
    @Nullable Workflow workflow,
    @Nullable DomainAnalysis domainAnalysis) {}
