package dev.nexus.ai.analysis;

import dev.nexus.ai.analysis.DomainSelection.CapabilityView;
import dev.nexus.ai.analysis.QueryAnalysis.Candidate;
import dev.nexus.ai.catalogue.Domain;
import dev.nexus.ai.catalogue.DomainCatalogue;
import dev.nexus.ai.catalogue.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down the choice of domains for the caller. */
record Report(DomainCatalogue catalogue, Language language) {

  DomainAnalysis of(List<Candidate> chosen, List<Candidate> rejected, DomainChoice choice) {
    List<DomainSelection> refused = new ArrayList<>();
    rejected.forEach(candidate -> refused.add(selection(candidate, null)));
    // Clients name domains of other installations too; that is no error (protocol 4.4).
    Stream.concat(choice.only().stream(), choice.except().stream())
        .filter(id -> catalogue.find(id).isEmpty())
        .distinct()
        .sorted()
        .forEach(id -> refused.add(unknown(id)));
    double confidence = chosen.stream().mapToDouble(c -> c.score().confidence()).max().orElse(0);
    return new DomainAnalysis(
        chosen.stream().map(c -> selection(c, capabilities(c.domain()))).toList(),
        List.copyOf(refused),
        confidence,
        DomainAnalysis.ALGORITHM);
  }

  private DomainSelection selection(
      Candidate candidate, @Nullable List<CapabilityView> capabilities) {
    Domain domain = candidate.domain();
    return new DomainSelection(
        domain.id(),
        domain.name().in(language),
        domain.type(),
        candidate.score().confidence(),
        candidate.score().relevance(),
        candidate.reason(),
        domain.priority(),
        capabilities);
  }

  private List<CapabilityView> capabilities(Domain domain) {
    return domain.capabilities().stream()
        .map(c -> new CapabilityView(c.type(), c.description().in(language), Map.of()))
        .toList();
  }

  private static DomainSelection unknown(String id) {
    return new DomainSelection(id, id, "custom", 0, 0, "unknown domain", 0, null);
  }
}
