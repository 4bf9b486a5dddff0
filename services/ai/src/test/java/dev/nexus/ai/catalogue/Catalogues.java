package dev.nexus.ai.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

/** The built-in catalogue for tests. */
public final class Catalogues {

  public static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  public static final DomainCatalogue BUILT_IN = new CatalogueReader(JSON).read();

  private Catalogues() {}
}
