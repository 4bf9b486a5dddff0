package dev.nexus.analytics.stats;

import dev.nexus.analytics.scope.Period;
import java.time.Instant;

/** Computes figures; those of one call are of one moment, and of every event stored before it. */
interface StatsStore {

  StatsView stats(StatsFilter filter, Period period, Instant now);

  /** What a user did, as far as the filter's scope may read it. */
  ActivityView activity(StatsFilter filter, Period period, Instant now);

  RealtimeView realtime(StatsFilter filter, Instant now);
}
