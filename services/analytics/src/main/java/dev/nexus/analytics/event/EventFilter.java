package dev.nexus.analytics.event;

import java.util.Optional;

/** Which of the readable events are wanted; compared with what the events name. */
record EventFilter(Optional<String> eventType, Optional<String> userId) {}
