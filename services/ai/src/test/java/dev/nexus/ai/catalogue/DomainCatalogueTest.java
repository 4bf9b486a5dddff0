package dev.nexus.ai.catalogue;

import static dev.nexus.ai.catalogue.Catalogues.BUILT_IN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainCatalogueTest {

  @Test
  void holdsTheContractsDomainsAndThoseThatOrdersNeed() {
    assertThat(BUILT_IN.domains())
        .hasSize(29)
        .containsKeys("commerce", "recipes", "travel", "knowledge", "health", "finance")
        .containsKeys("education", "payment", "delivery", "notifications");
    assertThat(BUILT_IN.get("commerce").priority()).isEqualTo(80);
  }

  @Test
  void namesNoTopicTwiceAndFitsTheWiresLimits() {
    List<Topic> topics =
        BUILT_IN.domains().values().stream().flatMap(d -> d.topics().stream()).toList();
    assertThat(topics).extracting(Topic::id).doesNotHaveDuplicates();
    assertThat(topics).allSatisfy(t -> assertThat(t.id()).matches("[a-z0-9.-]{1,100}"));
    assertThat(topics).allSatisfy(t -> assertThat(t.description().ru()).hasSizeBetween(20, 2000));
    assertThat(topics).allSatisfy(t -> assertThat(t.description().en()).hasSizeBetween(20, 2000));
  }

  @Test
  void answersFromEveryDomain() {
    assertThat(BUILT_IN.domains().values())
        .allSatisfy(
            domain -> {
              assertThat(domain.topics()).as(domain.id()).isNotEmpty();
              assertThat(domain.capabilities()).isNotEmpty();
              assertThat(domain.priority()).isBetween(0, 100);
            });
  }

  @Test
  void pricesCommerceInStrings_checklist36() {
    assertThat(BUILT_IN.get("commerce").topics())
        .allSatisfy(t -> assertThat(t.data(Language.RU).path("price").isTextual()).isTrue());
  }

  @Test
  void knowsWordsForEveryIntent() {
    assertThat(BUILT_IN.intents()).containsOnlyKeys(Intent.values());
  }
}
