/** A real Kubernetes API server for integration tests, without nodes. */
package dev.nexus.operator.apiserver;
