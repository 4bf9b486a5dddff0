package dev.nexus.ai.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

  @ParameterizedTest
  @CsvSource({"рецпет, рецепт", "смартофн, смартфон", "kubernetse, kubernetes"})
  void forgivesOneSlip(String typed, String meant) {
    assertThat(Similarity.of(typed, meant)).isBetween(0.6, 0.99);
  }

  @ParameterizedTest
  @CsvSource({"борщ, борт", "погод, поход", "ремонт, рецепт"})
  void keepsDifferentWordsApart(String a, String b) {
    assertThat(Similarity.of(a, b)).isZero();
  }

  @Test
  void isCertainOfEqualWords() {
    assertThat(Similarity.of("суп", "суп")).isEqualTo(1);
  }
}
