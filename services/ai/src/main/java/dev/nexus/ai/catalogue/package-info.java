/**
 * What the service knows by itself: domains with their keywords, capabilities and built-in topics
 * (protocol 4.10), read once from data files. Depends on nothing else here.
 */
@NullMarked
package dev.nexus.ai.catalogue;

import org.jspecify.annotations.NullMarked;
