package dev.nexus.ai.analysis;

import dev.nexus.ai.analysis.QueryAnalysis.Candidate;
import dev.nexus.ai.catalogue.DomainCatalogue;
import dev.nexus.ai.catalogue.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Domains that an order needs although the query does not speak of them. */
final class Followers {

  private static final String COMMERCE = "commerce";
  private static final String FOOD = "recipes";

  private Followers() {}

  static List<Candidate> of(
      List<Candidate> chosen, Set<Intent> wanted, DomainCatalogue catalogue, DomainChoice choice) {
    List<Candidate> followers = new ArrayList<>();
    if (!wanted.contains(Intent.PURCHASE) || !has(chosen, COMMERCE)) {
      return followers;
    }
    boolean brought = wanted.contains(Intent.DELIVERY) || has(chosen, FOOD);
    Score score = score(chosen);
    for (String id : brought ? List.of("payment", "delivery") : List.of("payment")) {
      if (!has(chosen, id) && choice.allows(id)) {
        catalogue
            .find(id)
            .ifPresent(d -> followers.add(new Candidate(d, score, "an order needs it")));
      }
    }
    return followers;
  }

  private static boolean has(List<Candidate> chosen, String id) {
    return chosen.stream().anyMatch(c -> c.domain().id().equals(id));
  }

  private static Score score(List<Candidate> chosen) {
    return chosen.stream()
        .filter(c -> c.domain().id().equals(COMMERCE))
        .findFirst()
        .map(Candidate::score)
        .orElseThrow();
  }
}
