/** The daily partitions of the events: made ahead and on demand, dropped past retention. */
@NullMarked
package dev.nexus.analytics.partition;

import org.jspecify.annotations.NullMarked;
