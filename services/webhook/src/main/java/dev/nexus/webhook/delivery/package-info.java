/**
 * Delivering events to receivers, and the record of it (protocol 3.5 and 5.2). Knows {@code
 * registration} for the receivers and {@code network} for where deliveries may go.
 */
@NullMarked
package dev.nexus.webhook.delivery;

import org.jspecify.annotations.NullMarked;
