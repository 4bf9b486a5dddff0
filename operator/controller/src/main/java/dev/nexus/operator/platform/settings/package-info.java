/**
 * What is known before planning: the inputs, gathered once, and the settings that spec, profile,
 * defaults and the operator's own installation resolve to. Pure.
 */
@NullMarked
package dev.nexus.operator.platform.settings;

import org.jspecify.annotations.NullMarked;
