/** The steps of a query that asks for an order (protocol 4.8). Pure. */
@NullMarked
package dev.nexus.ai.workflow;

import org.jspecify.annotations.NullMarked;
