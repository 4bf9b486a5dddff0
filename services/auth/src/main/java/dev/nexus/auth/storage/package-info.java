/** What stores answer when the database fails. */
@NullMarked
package dev.nexus.auth.storage;

import org.jspecify.annotations.NullMarked;
