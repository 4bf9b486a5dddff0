package dev.nexus.analytics.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user did; the protocol leaves the shape free.
 *
 * @param firstEventAt RFC 3339; absent when there is none
 * @param lastEventAt RFC 3339; absent when there is none
 * @param activity per UTC day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityView(
    String userId,
    int periodDays,
    int totalEvents,
    @Nullable String firstEventAt,
    @Nullable String lastEventAt,
    List<StatsView.TopEvent> topEvents,
    List<StatsView.Day> activity) {}
