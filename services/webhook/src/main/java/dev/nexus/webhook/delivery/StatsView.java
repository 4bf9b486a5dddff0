package dev.nexus.webhook.delivery;

/** The caller's receivers and what was delivered to them (protocol 3.5). */
record StatsView(
    int totalWebhooks,
    int activeWebhooks,
    long totalDeliveries,
    long successfulDeliveries,
    long failedDeliveries) {}
