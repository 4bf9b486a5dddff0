/**
 * Work on the service's schema: transactions, time limits, and what a failure means to a client.
 */
@NullMarked
package dev.nexus.analytics.database;

import org.jspecify.annotations.NullMarked;
