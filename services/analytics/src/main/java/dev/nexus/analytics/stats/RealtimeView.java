package dev.nexus.analytics.stats;

import java.util.List;

/**
 * What happens now; the protocol leaves the shape free.
 *
 * @param timestamp of these figures, RFC 3339
 * @param activeUsers distinct users of the last five minutes
 * @param topEvents of the last hour
 */
record RealtimeView(
    String timestamp,
    int activeUsers,
    int eventsLastMinute,
    int eventsLastFiveMinutes,
    int eventsLastHour,
    List<StatsView.TopEvent> topEvents) {}
