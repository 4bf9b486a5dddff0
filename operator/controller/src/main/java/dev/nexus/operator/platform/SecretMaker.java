package dev.nexus.operator.platform;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes generated Secrets. A value is made once; nothing here ever changes one. */
final class SecretMaker {

  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretMaker() {}

  static Secret make(GeneratedSecret wanted, String namespace, OwnerReference owner) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(wanted.name())
        .withNamespace(namespace)
        .withLabels(wanted.labels())
        .withOwnerReferences(owner)
        .endMetadata()
        .withType(wanted.type())
        .withStringData(wanted.fixed())
        .addToStringData(wanted.generated(), random())
        .build();
  }

  /** 192 bits in characters that need no escaping anywhere. */
  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
