/** What is known of one request on its way through the gateway; its log line and its metrics. */
@NullMarked
package dev.nexus.gateway.exchange;

import org.jspecify.annotations.NullMarked;
