/** The seven services as data: what each is called, where it listens, what it needs. Pure. */
@NullMarked
package dev.nexus.operator.catalog;

import org.jspecify.annotations.NullMarked;
