package dev.nexus.analytics.event;

import java.util.List;

/**
 * A page of events and how many there are in all, as of one moment.
 *
 * @param total of all pages
 */
record EventSlice(List<StoredEvent> events, long total) {}
