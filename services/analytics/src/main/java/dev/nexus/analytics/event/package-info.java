/**
 * Logging events and listing them (protocol 3.7). An event counts once however often it is sent,
 * and is durable when its sender is answered.
 */
@NullMarked
package dev.nexus.analytics.event;

import org.jspecify.annotations.NullMarked;
