/** New accounts (protocol 3.2). */
@NullMarked
package dev.nexus.auth.registration;

import org.jspecify.annotations.NullMarked;
