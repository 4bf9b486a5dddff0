/**
 * One answer out of many: analysis, fan-out to the domains within the deadline, ranking, workflow;
 * and the cache of finished answers (protocol 1.4).
 */
@NullMarked
package dev.nexus.ai.composition;

import org.jspecify.annotations.NullMarked;
