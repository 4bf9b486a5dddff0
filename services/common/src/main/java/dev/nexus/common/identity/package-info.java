/** Who calls: the verified access token as the services see it. */
@NullMarked
package dev.nexus.common.identity;

import org.jspecify.annotations.NullMarked;
