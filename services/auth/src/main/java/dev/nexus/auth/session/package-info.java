/** Login, refresh, logout (protocol 3.2). */
@NullMarked
package dev.nexus.auth.session;

import org.jspecify.annotations.NullMarked;
