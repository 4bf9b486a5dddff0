package dev.nexus.ai.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All domains, in their order, and the words that tell what a query intends.
 *
 * @param domains by id
 * @param intents vocabulary by intent
 */
public record DomainCatalogue(Map<String, Domain> domains, Map<Intent, List<String>> intents) {

  /** The domain that answers what no other does. */
  public static final String FALLBACK = "knowledge";

  public DomainCatalogue {
    domains = new LinkedHashMap<>(domains);
    intents = Map.copyOf(intents);
    if (!domains.containsKey(FALLBACK)) {
      throw new IllegalArgumentException("the catalogue lacks the domain " + FALLBACK);
    }
  }

  /** The domain of that id. */
  public Optional<Domain> find(String id) {
    return Optional.ofNullable(domains.get(id));
  }

  /** The domain of an id that is known to be there. */
  public Domain get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no domain " + id));
  }
}
