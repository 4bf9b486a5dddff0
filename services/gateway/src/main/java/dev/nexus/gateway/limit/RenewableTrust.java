package dev.nexus.gateway.limit;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trusted authorities that can be exchanged for others; each handshake takes the last. */
final class RenewableTrust implements X509TrustManager {

  private final Callable<TrustManagerFactory> source;
  private volatile @Nullable X509TrustManager latest;

  RenewableTrust(Callable<TrustManagerFactory> source) {
    this.source = source;
  }

  /** The next handshake asks the source again. */
  void renew() {
    latest = null;
  }

  private X509TrustManager latest() {
    X509TrustManager known = latest;
    if (known == null) {
      known = load();
      latest = known;
    }
    return known;
  }

  private X509TrustManager load() {
    try {
      return Arrays.stream(source.call().getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (Exception e) { // as declared by Vert.x
      throw new IllegalStateException("The authorities for Redis cannot be used", e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    latest().checkClientTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    latest().checkServerTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return latest().getAcceptedIssuers();
  }
}
