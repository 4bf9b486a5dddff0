/** Deleting a tenant's old events at an administrator's wish (protocol 3.7). */
@NullMarked
package dev.nexus.analytics.cleaning;

import org.jspecify.annotations.NullMarked;
