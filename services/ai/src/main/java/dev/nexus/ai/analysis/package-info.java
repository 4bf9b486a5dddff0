/**
 * From a query to the domains that should answer it (protocol 4.6). Pure; depends on the catalogue.
 */
@NullMarked
package dev.nexus.ai.analysis;

import org.jspecify.annotations.NullMarked;
