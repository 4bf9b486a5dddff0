/** The realm: grants of tokens, users, sessions. The only room that talks to Keycloak. */
@NullMarked
package dev.nexus.auth.keycloak;

import org.jspecify.annotations.NullMarked;
