/** End to end: a NexusPlatform on a real Kubernetes, with the real operators around it. */
package dev.nexus.operator.e2e;
