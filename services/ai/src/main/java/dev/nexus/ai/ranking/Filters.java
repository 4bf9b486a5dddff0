package dev.nexus.ai.ranking;

import dev.nexus.ai.analysis.DomainChoice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The caller's filters (protocol 4.4). Unknown domain ids are no error.
 *
 * @param domains domains that may answer, at most 50
 * @param excludeDomains domains that may not, at most 50
 * @param minRelevance items below are dropped, 0..1
 * @param maxResults items over all sections, 0..10000; 0 or absent is no cap
 * @param sortBy {@code relevance} (default), {@code date}, {@code price} or {@code rating}
 * @param dateRange dated items outside are dropped
 */
public record Filters(
    @Size(max = 50) @Nullable List<@Nullable String> domains,
    @Size(max = 50) @Nullable List<@Nullable String> excludeDomains,
    @DecimalMin("0") @DecimalMax("1") @Nullable Double minRelevance,
    @Min(0) @Max(10_000) @Nullable Integer maxResults,
    @Pattern(regexp = "(relevance|date|price|rating)?") @Nullable String sortBy,
    @Valid @Nullable DateRange dateRange) {

  /** No filter at all. */
  public static final Filters NONE = new Filters(null, null, null, null, null, null);

  /** What they say about domains. */
  public DomainChoice choice() {
    return new DomainChoice(ids(domains), ids(excludeDomains));
  }

  private static Set<String> ids(@Nullable List<@Nullable String> given) {
    return given == null
        ? Set.of()
        : given.stream()
            .filter(Objects::nonNull)
            .filter(id -> !id.isBlank())
            .collect(Collectors.toUnmodifiableSet());
  }
}
