/** Who may read which events, over which time (protocol 3.0 and 3.7), and its form in SQL. */
@NullMarked
package dev.nexus.analytics.scope;

import org.jspecify.annotations.NullMarked;
