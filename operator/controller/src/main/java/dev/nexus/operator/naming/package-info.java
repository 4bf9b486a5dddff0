/** Names and labels of every object. Pure. */
@NullMarked
package dev.nexus.operator.naming;

import org.jspecify.annotations.NullMarked;
