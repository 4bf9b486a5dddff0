/** Back-pressure: a bound on what is under way, and the 429 beyond it (protocol 2.4). */
@NullMarked
package dev.nexus.analytics.overload;

import org.jspecify.annotations.NullMarked;
