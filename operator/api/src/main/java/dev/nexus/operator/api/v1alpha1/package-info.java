/**
 * The CustomResource NexusPlatform, version v1alpha1: records for spec and status, documented once,
 * where {@code kubectl explain} shows it. A null component means "not given"; defaults are resolved
 * in memory and shown in {@code status.effective}, never written into the spec.
 */
@NullMarked
package dev.nexus.operator.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
