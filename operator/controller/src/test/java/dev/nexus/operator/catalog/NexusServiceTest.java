package dev.nexus.operator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue and the services' own configuration say the same. */
class NexusServiceTest {

  private static JsonNode configuration(NexusService service) throws IOException {
    return new YAMLMapper()
        .readTree(
            Path.of("../../services", service.id(), "src/main/resources/application.yaml")
                .toFile());
  }

  @ParameterizedTest
  @EnumSource
  void theServiceListensWhereTheCatalogueSays(NexusService service) throws IOException {
    assertThat(configuration(service).at("/quarkus/http/port").asInt()).isEqualTo(service.port());
    assertThat(configuration(service).at("/quarkus/application/name").asText())
        .endsWith(service.id());
  }

  @ParameterizedTest
  @EnumSource
  void theServiceHasADatabaseWhenTheCatalogueSaysSo(NexusService service) throws IOException {
    boolean configured = !configuration(service).at("/quarkus/datasource").isMissingNode();
    assertThat(configured).isEqualTo(service.needs(NexusService.Need.DATABASE));
  }
}
