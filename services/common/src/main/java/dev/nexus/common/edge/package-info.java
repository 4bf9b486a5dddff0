/**
 * The HTTP edge of a service: what happens to every request before and after its resource. Reads
 * request metadata, negotiates the version, writes the contract's headers and turns whatever was
 * thrown into the contract's error body.
 */
@NullMarked
package dev.nexus.common.edge;

import org.jspecify.annotations.NullMarked;
