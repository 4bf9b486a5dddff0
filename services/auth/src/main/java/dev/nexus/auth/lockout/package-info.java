/** The limit of wrong passwords per account and network. Knows no feature. */
@NullMarked
package dev.nexus.auth.lockout;

import org.jspecify.annotations.NullMarked;
