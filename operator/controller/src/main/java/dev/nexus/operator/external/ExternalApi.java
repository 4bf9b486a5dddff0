package dev.nexus.operator.external;

/** An API group of another operator, as the platform uses it. */
public enum ExternalApi {
  CNPG("postgresql.cnpg.io/v1", "clusters.postgresql.cnpg.io", "CloudNativePG"),
  REDIS("redis.redis.opstreelabs.in/v1beta2", "redis.redis.redis.opstreelabs.in", "redis-operator"),
  KEYCLOAK("k8s.keycloak.org/v2beta1", "keycloaks.k8s.keycloak.org", "the Keycloak operator"),
  KEYCLOAK_ALPHA(
      "k8s.keycloak.org/v2alpha1", "keycloaks.k8s.keycloak.org", "the Keycloak operator"),
  CERT_MANAGER("cert-manager.io/v1", "certificates.cert-manager.io", "cert-manager"),
  MONITORING(
      "monitoring.coreos.com/v1", "servicemonitors.monitoring.coreos.com", "prometheus-operator");

  private final String apiVersion;
  private final String crd;
  private final String operator;

  ExternalApi(String apiVersion, String crd, String operator) {
    this.apiVersion = apiVersion;
    this.crd = crd;
    this.operator = operator;
  }

  public String apiVersion() {
    return apiVersion;
  }

  /** The CRD whose presence tells that the API is there. */
  public String crd() {
    return crd;
  }

  /** The operator that serves it, as people call it. */
  public String operator() {
    return operator;
  }
}
