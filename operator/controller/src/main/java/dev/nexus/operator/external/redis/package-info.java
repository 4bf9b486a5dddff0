/** redis-operator: the fields of redis.redis.opstreelabs.in/v1beta2 that we set. */
@NullMarked
package dev.nexus.operator.external.redis;

import org.jspecify.annotations.NullMarked;
