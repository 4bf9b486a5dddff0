package dev.nexus.common.health;

/**
 * What the process can take.
 *
 * @param currentLoad requests in flight as a share of the bound, 0..1
 * @param maxCapacity requests/s at the bound, from the measured service time (Little's law)
 * @param availableCapacity requests/s left
 * @param queueSize requests that wait
 * @param activeConnections requests in flight
 */
public record CapacityView(
    double currentLoad,
    long maxCapacity,
    long availableCapacity,
    int queueSize,
    int activeConnections) {}
