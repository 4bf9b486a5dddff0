/**
 * What we write into the custom resources of other operators: minimal records of the fields we set,
 * so that server-side apply owns nothing else.
 */
@NullMarked
package dev.nexus.operator.external;

import org.jspecify.annotations.NullMarked;
