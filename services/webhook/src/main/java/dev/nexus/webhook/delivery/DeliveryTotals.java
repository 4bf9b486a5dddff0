package dev.nexus.webhook.delivery;

/** How many deliveries there were and how they ended. */
record DeliveryTotals(long succeeded, long failed) {}
