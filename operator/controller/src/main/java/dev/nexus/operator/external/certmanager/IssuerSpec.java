package dev.nexus.operator.external.certmanager;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spec of an Issuer: self-signed or by the authority in a Secret. */
public record IssuerSpec(@Nullable Map<String, String> selfSigned, @Nullable Ca ca) {

  public record Ca(String secretName) {}
}
