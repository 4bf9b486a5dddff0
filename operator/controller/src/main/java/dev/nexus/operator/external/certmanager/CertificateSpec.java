package dev.nexus.operator.external.certmanager;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spec of a Certificate. */
public record CertificateSpec(
    String secretName,
    @Nullable SecretTemplate secretTemplate,
    @Nullable Boolean isCA,
    @Nullable String commonName,
    @Nullable List<String> dnsNames,
    @Nullable List<String> usages,
    String duration,
    @Nullable String renewBefore,
    PrivateKey privateKey,
    IssuerRef issuerRef) {

  public record SecretTemplate(Map<String, String> labels) {}

  public record PrivateKey(String algorithm, int size, String encoding, String rotationPolicy) {}

  public record IssuerRef(String name, String kind, String group) {}
}
