package dev.nexus.operator.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSubsetTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1}|{\"a\":1,\"b\":2}|true",
        "{\"a\":1}|{\"a\":2}|false",
        "{\"a\":\"true\"}|{\"a\":true}|true",
        "{\"a\":{\"b\":1}}|{\"a\":{\"b\":1,\"c\":1}}|true",
        "{\"a\":[\"x\"]}|{\"a\":[\"y\",\"x\"]}|true",
        "{\"a\":[\"x\"]}|{\"a\":[]}|false",
        "{\"a\":[{\"name\":\"n\",\"v\":1}]}|{\"a\":[{\"name\":\"m\"},{\"name\":\"n\",\"v\":1}]}|true",
        "{\"a\":[{\"name\":\"n\",\"v\":1}]}|{\"a\":[{\"name\":\"n\",\"v\":2}]}|false",
        "{\"a\":1}|{}|false",
      })
  void comparesOnlyWhatIsWanted(String wanted, String actual, boolean holds)
      throws JsonProcessingException {
    assertThat(JsonSubset.holds(JSON.readTree(wanted), JSON.readTree(actual))).isEqualTo(holds);
  }
}
