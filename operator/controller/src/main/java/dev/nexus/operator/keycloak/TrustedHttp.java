package dev.nexus.operator.keycloak;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** HTTP clients, one for each certificate authority that is trusted. */
final class TrustedHttp {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final Map<Optional<String>, HttpClient> clients = new ConcurrentHashMap<>();

  /** A client that trusts the authorities in the given PEM, or the well-known ones. */
  HttpClient trusting(Optional<String> pem) {
    return clients.computeIfAbsent(pem, TrustedHttp::create);
  }

  private static HttpClient create(Optional<String> pem) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT);
    pem.ifPresent(text -> builder.sslContext(context(text)));
    return builder.build();
  }

  private static SSLContext context(String pem) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int index = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
        store.setCertificateEntry("ca-" + index++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new KeycloakException(0, "read the certificate authority: " + e.getMessage());
    }
  }
}
