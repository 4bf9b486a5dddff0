package dev.nexus.ai.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain that was chosen, or was not, and why (protocol 4.6).
 *
 * @param domainId the id, which for a rejected one may be unknown here
 * @param name for people
 * @param type the domain's type
 * @param confidence 0..1
 * @param relevance 0..1
 * @param reason why
 * @param priority 0..100
 * @param capabilities what the domain can do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DomainSelection(
    String domainId,
    String name,
    String type,
    double confidence,
    double relevance,
    String reason,
    int priority,
    @Nullable List<CapabilityView> capabilities) {

  /**
   * A capability in the language of the answer.
   *
   * @param type an open word such as {@code search}
   * @param description what it does
   * @param parameters string values only
   */
  public record CapabilityView(String type, String description, Map<String, String> parameters) {}
}
