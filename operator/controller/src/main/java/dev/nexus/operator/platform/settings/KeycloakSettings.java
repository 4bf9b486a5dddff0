package dev.nexus.operator.platform.settings;

import dev.nexus.operator.api.v1alpha1.SecretKeyRef;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Duration;
import java.util.Optional;

/** Where the users are. */
public sealed interface KeycloakSettings {

  String REALM = "nexus";

  /** URL that tokens name as their issuer's base; also what browsers use. */
  String publicUrl();

  /** URL that the operator and the services call. */
  String internalUrl();

  Lifespans lifespans();

  /** Issuer of the realm's tokens. */
  default String issuer() {
    return publicUrl() + "/realms/" + REALM;
  }

  /**
   * A Keycloak run by the Keycloak operator.
   *
   * @param instances number of pods
   * @param publicUrl issuer's base
   * @param internalUrl the Service's URL
   * @param resources CPU and memory of a pod
   * @param image image; empty leaves it to the Keycloak operator
   * @param lifespans lifetimes of tokens
   */
  record Managed(
      int instances,
      String publicUrl,
      String internalUrl,
      ResourceRequirements resources,
      Optional<String> image,
      Lifespans lifespans)
      implements KeycloakSettings {}

  /**
   * A Keycloak that runs elsewhere.
   *
   * @param publicUrl base URL
   * @param adminSecret Secret with client-id and client-secret
   * @param ca certificate authority of the URL
   * @param lifespans lifetimes of tokens
   */
  record External(
      String publicUrl, String adminSecret, Optional<SecretKeyRef> ca, Lifespans lifespans)
      implements KeycloakSettings {

    @Override
    public String internalUrl() {
      return publicUrl;
    }
  }

  /**
   * Lifetimes of tokens and sessions.
   *
   * @param accessToken an access token
   * @param sessionIdle a session without use
   * @param sessionMax a session at most
   */
  record Lifespans(Duration accessToken, Duration sessionIdle, Duration sessionMax) {}
}
