/** What an event's data tells for the statistics, read once when the event is stored. Pure. */
@NullMarked
package dev.nexus.analytics.fact;

import org.jspecify.annotations.NullMarked;
