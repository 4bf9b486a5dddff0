package dev.nexus.analytics.event;

import java.util.List;

/** A page of events, newest first (protocol 3.7). */
record EventPage(List<EventView> events, int total, int limit, int offset) {

  static EventPage of(EventSlice slice, int limit, int offset) {
    return new EventPage(
        slice.events().stream().map(EventView::of).toList(),
        Math.clamp(slice.total(), 0, Integer.MAX_VALUE),
        limit,
        offset);
  }
}
