package dev.nexus.analytics.stats;

import java.util.List;
import java.util.Map;

/**
 * AnalyticsStats (protocol 5.4). No field is ever null, no number ever not a number.
 *
 * @param periodDays the days asked for
 * @param totalEvents {@link VolumeQuery}
 * @param totalUsers distinct users over all time, as far as events are kept
 * @param activeUsers distinct users in the period
 * @param eventsToday since 00:00 UTC, whatever the period
 * @param topEvents {@link TopEventsQuery}
 * @param userActivity {@link DailyQuery}
 * @param conversionMetrics {@link ConversionQuery}
 * @param performanceMetrics {@link PerformanceQuery}
 * @param domainBreakdown domain to {@link DomainQuery}
 */
record StatsView(
    int periodDays,
    int totalEvents,
    int totalUsers,
    int activeUsers,
    int eventsToday,
    List<TopEvent> topEvents,
    List<Day> userActivity,
    ConversionMetrics conversionMetrics,
    PerformanceMetrics performanceMetrics,
    Map<String, DomainMetrics> domainBreakdown) {

  /**
   * A frequent type of event.
   *
   * @param percentage share of all events, 0..1
   */
  record TopEvent(String event, int count, double percentage) {}

  /**
   * What happened on a day.
   *
   * @param date {@code YYYY-MM-DD}, UTC
   */
  record Day(String date, int activeUsers, int totalEvents) {}

  /** How far users get; each 0..1. */
  record ConversionMetrics(
      double searchToResult, double resultToAction, double templateSuccess, double userRetention) {}

  /**
   * How fast and how well requests are answered. Times in ms.
   *
   * @param errorRate 0..1
   * @param throughputRpm requests per minute
   */
  record PerformanceMetrics(
      double avgResponseTimeMs,
      double p95ResponseTimeMs,
      double p99ResponseTimeMs,
      double errorRate,
      int throughputRpm) {}

  /** The requests to a domain. Times in ms, rates and score 0..1. */
  record DomainMetrics(
      int requestsCount,
      double successRate,
      double avgResponseTimeMs,
      int errorCount,
      double cacheHitRate,
      double relevanceScore) {}
}
