package dev.nexus.batch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a {@link FakeAi} behind the service under test, with times and bounds fit for tests. */
public final class FakeAiResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable FakeAi ai;

  @Override
  public Map<String, String> start() {
    FakeAi started = new FakeAi();
    ai = started;
    return Map.of(
        "nexus.peers.ai.url", started.url(),
        "nexus.batch.execution.budget", "4s",
        "nexus.batch.execution.lease", "2s",
        "nexus.batch.execution.quota-per-day", "250",
        "nexus.batch.item.max-response-size", "100K");
  }

  @Override
  public void stop() {
    if (ai != null) {
      ai.close();
    }
  }
}
