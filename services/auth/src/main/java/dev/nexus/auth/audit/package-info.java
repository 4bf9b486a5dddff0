/** What happened to accounts, kept for a while. Knows no feature. */
@NullMarked
package dev.nexus.auth.audit;

import org.jspecify.annotations.NullMarked;
