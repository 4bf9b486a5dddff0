package dev.nexus.ai.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the catalogue from the data files under {@code catalogue/}. */
@ApplicationScoped
public class CatalogueReader {

  private final ObjectMapper json;

  public CatalogueReader(ObjectMapper json) {
    this.json = json;
  }

  /** The built-in catalogue. */
  @Produces
  @Singleton
  public DomainCatalogue read() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    for (String id : read("index.json", new TypeReference<List<String>>() {})) {
      domains.put(id, read("domains/" + id + ".json", new TypeReference<Domain>() {}));
    }
    return new DomainCatalogue(
        domains, read("intents.json", new TypeReference<Map<Intent, List<String>>>() {}));
  }

  private <T> T read(String name, TypeReference<T> type) {
    String path = "/catalogue/" + name;
    try (InputStream file = CatalogueReader.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("the catalogue lacks " + path);
      }
      return json.readValue(file, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue's " + path + " is unreadable", e);
    }
  }
}
