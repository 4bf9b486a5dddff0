/** What the service needs, beside its database, to be of use. */
@NullMarked
package dev.nexus.auth.readiness;

import org.jspecify.annotations.NullMarked;
