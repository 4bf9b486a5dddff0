/**
 * NexusPlatform: inputs are gathered once, judged by rules, planned, applied and told in the
 * status. Planner, Rules, Readiness and StatusFactory are pure.
 */
@NullMarked
package dev.nexus.operator.platform;

import org.jspecify.annotations.NullMarked;
