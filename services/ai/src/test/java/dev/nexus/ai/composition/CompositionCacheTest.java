package dev.nexus.ai.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.ai.analysis.DomainAnalysis;
import dev.nexus.ai.analysis.QueryType;
import dev.nexus.ai.ranking.Ranking;
import dev.nexus.common.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositionCacheTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T10:00:00Z"));
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final CompositionCache cache = new CompositionCache(clock, metrics);

  private static Composition composition(ExecutionStatus status) {
    return new Composition(
        status,
        QueryType.INFORMATION_ONLY,
        List.of(),
        Ranking.EMPTY,
        new DomainAnalysis(List.of(), List.of(), 0, DomainAnalysis.ALGORITHM),
        null,
        null,
        "offline");
  }

  @Test
  void keepsAnAnswerForItsTime() {
    cache.keep("k", composition(ExecutionStatus.COMPLETED), Duration.ofSeconds(10));
    clock.advance(Duration.ofSeconds(9));
    assertThat(cache.find("k")).isPresent();
    clock.advance(Duration.ofSeconds(2));
    assertThat(cache.find("k")).isEmpty();
  }

  @Test
  void keepsNeitherIncompleteAnswersNorThoseWithoutTime() {
    cache.keep("partial", composition(ExecutionStatus.PARTIAL), Duration.ofSeconds(10));
    cache.keep("brief", composition(ExecutionStatus.COMPLETED), Duration.ZERO);
    assertThat(cache.find("partial")).isEmpty();
    assertThat(cache.find("brief")).isEmpty();
  }

  @Test
  void countsHitsAndMisses() {
    cache.keep("k", composition(ExecutionStatus.COMPLETED), Duration.ofSeconds(10));
    cache.find("k");
    cache.find("other");
    assertThat(metrics.counter("nexus.cache.hits").count()).isEqualTo(1);
    assertThat(metrics.counter("nexus.cache.misses").count()).isEqualTo(1);
  }
}
