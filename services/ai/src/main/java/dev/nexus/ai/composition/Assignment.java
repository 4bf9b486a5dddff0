package dev.nexus.ai.composition;

import dev.nexus.ai.catalogue.Language;
import dev.nexus.ai.ranking.Filters;

/**
 * What is to be answered, defaults applied.
 *
 * @param query the user's words
 * @param language the language of the answer
 * @param filters the caller's filters
 * @param resultsPerDomain most results of one domain
 * @param parallel whether domains are asked at the same time
 * @param webSearch whether results from the web are wanted
 */
public record Assignment(
    String query,
    Language language,
    Filters filters,
    int resultsPerDomain,
    boolean parallel,
    boolean webSearch) {}
