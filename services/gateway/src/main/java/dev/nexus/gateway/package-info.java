/** Where the gateway starts. */
@NullMarked
package dev.nexus.gateway;

import org.jspecify.annotations.NullMarked;
