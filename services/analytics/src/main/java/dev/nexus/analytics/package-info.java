/**
 * The analytics service (protocol 3.7 and 5.4): events that clients log and the figures over them.
 * {@code stats}, {@code export} and {@code cleaning} know {@code event}; all know {@code scope},
 * which says who may read what, and {@code database}, whose reads {@code overload} bounds; {@code
 * event} and {@code cleaning} know {@code partition}. Never the other way.
 */
@NullMarked
package dev.nexus.analytics;

import org.jspecify.annotations.NullMarked;
