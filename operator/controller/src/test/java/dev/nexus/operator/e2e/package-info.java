/** End to end: a NexusPlatform on a real Kubernetes, with the real operators around it. */
@NullMarked
package dev.nexus.operator.e2e;

import org.jspecify.annotations.NullMarked;
