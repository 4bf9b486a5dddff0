/** Request limits: GCRA in Redis, and in memory while Redis is away. */
@NullMarked
package dev.nexus.gateway.limit;

import org.jspecify.annotations.NullMarked;
