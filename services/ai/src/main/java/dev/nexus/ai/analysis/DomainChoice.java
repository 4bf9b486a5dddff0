package dev.nexus.ai.analysis;

import java.util.Set;

/**
 * What the caller says about domains.
 *
 * @param only ids that may answer; empty allows all
 * @param except ids that may not
 */
public record DomainChoice(Set<String> only, Set<String> except) {

  /** Every domain may answer. */
  public static final DomainChoice ANY = new DomainChoice(Set.of(), Set.of());

  boolean allows(String id) {
    return (only.isEmpty() || only.contains(id)) && !except.contains(id);
  }
}
