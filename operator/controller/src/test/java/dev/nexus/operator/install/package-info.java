/** What is shipped beside the operator says the same as the operator. */
package dev.nexus.operator.install;
