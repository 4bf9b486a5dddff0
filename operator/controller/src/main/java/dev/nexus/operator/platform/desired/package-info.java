/** Wanted objects, one class per kind of thing, each a pure function of the settings. */
@NullMarked
package dev.nexus.operator.platform.desired;

import org.jspecify.annotations.NullMarked;
