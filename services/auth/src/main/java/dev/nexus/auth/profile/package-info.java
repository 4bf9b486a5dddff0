/** The user's own profile (protocol 3.2). */
@NullMarked
package dev.nexus.auth.profile;

import org.jspecify.annotations.NullMarked;
