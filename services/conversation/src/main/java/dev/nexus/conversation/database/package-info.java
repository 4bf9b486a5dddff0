/** Transactions on the schema of this service. */
@NullMarked
package dev.nexus.conversation.database;

import org.jspecify.annotations.NullMarked;
