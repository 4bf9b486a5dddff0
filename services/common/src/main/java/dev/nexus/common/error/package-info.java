/**
 * The wire's error model (protocol section 2): one enum of codes per feature, one exception, one
 * place that turns what was thrown into a body.
 */
@NullMarked
package dev.nexus.common.error;

import org.jspecify.annotations.NullMarked;
