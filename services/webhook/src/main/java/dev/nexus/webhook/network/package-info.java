/**
 * Which addresses the service may connect to on behalf of its users. Pure rules, but for the one
 * resolver that asks the name service; depends on nothing of this service.
 */
@NullMarked
package dev.nexus.webhook.network;

import org.jspecify.annotations.NullMarked;
