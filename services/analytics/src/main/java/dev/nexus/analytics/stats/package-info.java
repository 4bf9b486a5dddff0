/**
 * Figures over events (protocol 3.7 and 5.4), computed from the events themselves, so that they are
 * exact as soon as an event is stored. One class per group of figures says its formula.
 */
@NullMarked
package dev.nexus.analytics.stats;

import org.jspecify.annotations.NullMarked;
