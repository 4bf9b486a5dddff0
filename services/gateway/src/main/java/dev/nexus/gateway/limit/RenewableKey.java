package dev.nexus.gateway.limit;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/** A certificate with its key that can be exchanged for another; each handshake takes the last. */
final class RenewableKey extends X509ExtendedKeyManager {

  private final Callable<KeyManagerFactory> source;
  private volatile @Nullable X509KeyManager latest;

  RenewableKey(Callable<KeyManagerFactory> source) {
    this.source = source;
  }

  /** The next handshake asks the source again. */
  void renew() {
    latest = null;
  }

  private X509KeyManager latest() {
    X509KeyManager known = latest;
    if (known == null) {
      known = load();
      latest = known;
    }
    return known;
  }

  private X509KeyManager load() {
    try {
      return Arrays.stream(source.call().getKeyManagers())
          .filter(X509KeyManager.class::isInstance)
          .map(X509KeyManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (Exception e) { // as declared by Vert.x
      throw new IllegalStateException("The certificate for Redis cannot be used", e);
    }
  }

  @Override
  public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
    return latest().getClientAliases(type, issuers);
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return latest().chooseClientAlias(types, issuers, socket);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return latest().chooseClientAlias(types, issuers, null);
  }

  @Override
  public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
    return latest().getServerAliases(type, issuers);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return latest().chooseServerAlias(type, issuers, socket);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return latest().getCertificateChain(alias);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return latest().getPrivateKey(alias);
  }
}
