package dev.nexus.ai.composition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nexus.ai.analysis.DomainAnalysis;
import dev.nexus.ai.analysis.QueryType;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.ranking.Ranking;
import dev.nexus.ai.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished answer, independent of the execution that made it: it is what is stored and cached.
 *
 * @param status how it went
 * @param queryType the kind of answer
 * @param sections one per domain, complete, not paged
 * @param ranking the order over all sections
 * @param domainAnalysis why these domains
 * @param workflow what is to be done, if anything
 * @param webSearch results from the web, if asked for
 * @param provider who answered, for example {@code offline}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Composition(
    ExecutionStatus status,
    QueryType queryType,
    List<DomainSection> sections,
    Ranking ranking,
    DomainAnalysis domainAnalysis,
    @Nullable Workflow workflow,
    @Nullable WebSearch webSearch,
    String provider) {}
