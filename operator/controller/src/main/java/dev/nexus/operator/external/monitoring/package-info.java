/** prometheus-operator: the fields of monitoring.coreos.com/v1 that we set. */
@NullMarked
package dev.nexus.operator.external.monitoring;

import org.jspecify.annotations.NullMarked;
