/** Registering, listing and deleting receivers (protocol 3.5). Knows nothing of deliveries. */
@NullMarked
package dev.nexus.webhook.registration;

import org.jspecify.annotations.NullMarked;
