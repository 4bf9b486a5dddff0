package dev.nexus.ai.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one domain answered (protocol 4.5).
 *
 * @param domainId the domain
 * @param title its name, at most 500 characters
 * @param status how it went
 * @param error why it failed, at most 1000 characters
 * @param responseTimeMs how long it took, ms
 * @param results in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DomainSection(
    String domainId,
    String title,
    SectionStatus status,
    @Nullable String error,
    int responseTimeMs,
    List<ResultItem> results) {

  public DomainSection {
    results = List.copyOf(results);
  }

  /** The same section with other results. */
  public DomainSection with(List<ResultItem> others) {
    return new DomainSection(domainId, title, status, error, responseTimeMs, others);
  }

  /** The same section in another status. */
  public DomainSection as(SectionStatus other) {
    return new DomainSection(domainId, title, other, error, responseTimeMs, results);
  }
}
