package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.external.ExternalApi;
import dev.nexus.operator.external.ExternalResource;
import dev.nexus.operator.external.certmanager.CertificateSpec;
import dev.nexus.operator.external.certmanager.IssuerSpec;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The platform's own certificate authority, a certificate for everyone, and the bundle to trust.
 */
public final class PublicKeyInfrastructure {

  public static final String CA_FILE = "ca.crt";

  private static final String COMPONENT = "pki";
  private static final String TEN_YEARS = "87600h0m0s";

  private PublicKeyInfrastructure() {}

  /** The issuers and the authority. Its key is never rotated by itself. */
  public static List<HasMetadata> authority(Settings settings) {
    Names names = settings.names();
    return List.of(
        issuer(settings, names.selfSigned(), new IssuerSpec(Map.of(), null)),
        certificate(
            settings,
            names.ca(),
            new CertificateSpec(
                names.ca(),
                secretTemplate(settings),
                true,
                "nexus platform " + names.platform(),
                null,
                null,
                TEN_YEARS,
                null,
                key("Never"),
                issuedBy(names.selfSigned()))),
        issuer(settings, names.ca(), new IssuerSpec(null, new IssuerSpec.Ca(names.ca()))));
  }

  /** A certificate for every service and for the managed servers. */
  public static List<HasMetadata> leaves(Settings settings, Settings.Mtls mtls) {
    Names names = settings.names();
    List<HasMetadata> leaves = new ArrayList<>();
    for (NexusService service : NexusService.values()) {
      leaves.add(leaf(settings, mtls, names.tls(service), hosts(names, names.of(service))));
    }
    if (settings.redis() instanceof RedisSettings.Managed redis) {
      leaves.add(leaf(settings, mtls, names.redisTls(), redisHosts(names, redis)));
    }
    if (settings.keycloak() instanceof KeycloakSettings.Managed) {
      leaves.add(
          leaf(settings, mtls, names.keycloakTls(), hosts(names, names.keycloak() + "-service")));
    }
    return leaves;
  }

  /** What everyone trusts: mounted instead of a leaf's own {@code ca.crt}. */
  public static ConfigMap trust(Settings settings, String authority) {
    return new ConfigMapBuilder()
        .withMetadata(Metadata.stable(settings, settings.names().trust(), COMPONENT))
        .addToData(CA_FILE, authority)
        .build();
  }

  private static List<String> hosts(Names names, String service) {
    return List.of(
        service,
        service + "." + names.namespace(),
        names.host(service),
        names.host(service) + ".cluster.local");
  }

  private static List<String> redisHosts(Names names, RedisSettings.Managed redis) {
    List<String> hosts = new ArrayList<>();
    List<String> services =
        redis.cluster()
            ? List.of(
                names.redis() + "-leader", names.redis() + "-follower", names.redis() + "-master")
            : List.of(names.redis());
    for (String service : services) {
      hosts.addAll(hosts(names, service));
      hosts.add("*." + names.host(service + "-headless"));
      hosts.add("*." + names.host(service + "-headless") + ".cluster.local");
    }
    return hosts;
  }

  private static HasMetadata leaf(
      Settings settings, Settings.Mtls mtls, String name, List<String> hosts) {
    return certificate(
        settings,
        name,
        new CertificateSpec(
            name,
            secretTemplate(settings),
            null,
            null,
            hosts,
            List.of("digital signature", "key encipherment", "server auth", "client auth"),
            goDuration(mtls.duration()),
            goDuration(mtls.renewBefore()),
            key("Always"),
            issuedBy(settings.names().ca())));
  }

  private static HasMetadata certificate(Settings settings, String name, CertificateSpec spec) {
    return ExternalResource.of(
        ExternalApi.CERT_MANAGER.apiVersion(),
        "Certificate",
        Metadata.stable(settings, name, COMPONENT),
        spec);
  }

  private static HasMetadata issuer(Settings settings, String name, IssuerSpec spec) {
    return ExternalResource.of(
        ExternalApi.CERT_MANAGER.apiVersion(),
        "Issuer",
        Metadata.stable(settings, name, COMPONENT),
        spec);
  }

  private static CertificateSpec.SecretTemplate secretTemplate(Settings settings) {
    return new CertificateSpec.SecretTemplate(
        Labels.stable(settings.names().platform(), COMPONENT));
  }

  private static CertificateSpec.PrivateKey key(String rotation) {
    return new CertificateSpec.PrivateKey("ECDSA", 256, "PKCS8", rotation);
  }

  private static CertificateSpec.IssuerRef issuedBy(String issuer) {
    return new CertificateSpec.IssuerRef(issuer, "Issuer", "cert-manager.io");
  }

  /** The form that cert-manager stores, for example {@code 2160h0m0s}. */
  private static String goDuration(java.time.Duration duration) {
    return "%dh%dm%ds"
        .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }
}
