package dev.nexus.ai.execution;

import dev.nexus.ai.catalogue.Language;
import dev.nexus.ai.composition.Assignment;
import dev.nexus.ai.ranking.Filters;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/templates/execute} (protocol 3.3).
 *
 * @param query 1..1000 characters
 * @param language {@code ru} (default) or {@code en}
 * @param context what the client knows about its user
 * @param options how to execute
 * @param filters what to leave out and how to order
 * @param pagination which page is wanted
 */
public record ExecuteRequest(
    @NotBlank @Size(max = 1_000) String query,
    @Pattern(regexp = "(ru|en)?") @Nullable String language,
    @Valid @Nullable UserContext context,
    @Valid @Nullable ExecuteOptions options,
    @Valid @Nullable Filters filters,
    @Valid @Nullable PageRequest pagination) {

  ExecuteOptions effectiveOptions() {
    return Objects.requireNonNullElse(options, ExecuteOptions.DEFAULTS);
  }

  /**
   * PostgreSQL has no place for the character NUL, and all of this is stored.
   *
   * @throws NexusException VALIDATION_FAILED
   */
  void checkStorable() {
    checkStorable("query", List.of(query));
    if (filters != null) {
      checkStorable("filters.domains", filters.domains());
      checkStorable("filters.exclude_domains", filters.excludeDomains());
    }
  }

  private static void checkStorable(String field, @Nullable List<@Nullable String> texts) {
    if (texts != null && texts.stream().anyMatch(t -> t != null && t.indexOf('\0') >= 0)) {
      throw new NexusException(
              CommonError.VALIDATION_FAILED, field + " must not contain the character NUL")
          .field(field);
    }
  }

  PageRequest page() {
    return Objects.requireNonNullElse(pagination, PageRequest.FIRST);
  }

  Assignment assignment() {
    ExecuteOptions effective = effectiveOptions();
    return new Assignment(
        query,
        Language.of(language),
        Objects.requireNonNullElse(filters, Filters.NONE),
        effective.resultsPerDomain(),
        effective.parallel(),
        effective.webSearch());
  }
}
