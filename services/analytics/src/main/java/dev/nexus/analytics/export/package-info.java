/** Events as files, written while they are read (protocol 3.7). */
@NullMarked
package dev.nexus.analytics.export;

import org.jspecify.annotations.NullMarked;
