package dev.nexus.operator.platform.desired;

import dev.nexus.operator.api.v1alpha1.NetworkPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The ends of an arrow. An empty list of peers means anyone. */
final class Peers {

  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16");

  private Peers() {}

  static NetworkPolicyPeer pods(Map<String, String> labels) {
    return new NetworkPolicyPeerBuilder()
        .withNewPodSelector()
        .withMatchLabels(labels)
        .endPodSelector()
        .build();
  }

  static NetworkPolicyPeer podsAnywhere(Map<String, String> labels) {
    return new NetworkPolicyPeerBuilder(pods(labels))
        .withNewNamespaceSelector()
        .endNamespaceSelector()
        .build();
  }

  static NetworkPolicyPeer namespace(String name) {
    return namespaces(Map.of(NAMESPACE_NAME, name));
  }

  /** The internet without the private networks. */
  static NetworkPolicyPeer internet() {
    return new NetworkPolicyPeerBuilder()
        .withNewIpBlock()
        .withCidr("0.0.0.0/0")
        .withExcept(PRIVATE)
        .endIpBlock()
        .build();
  }

  static List<NetworkPolicyPeer> given(List<NetworkPeer> peers) {
    return peers.stream().map(Peers::given).toList();
  }

  private static NetworkPolicyPeer given(NetworkPeer peer) {
    return peer.namespaceLabels() != null
        ? namespaces(peer.namespaceLabels())
        : new NetworkPolicyPeerBuilder()
            .withNewIpBlock()
            .withCidr(peer.cidr())
            .endIpBlock()
            .build();
  }

  private static NetworkPolicyPeer namespaces(Map<String, String> labels) {
    return new NetworkPolicyPeerBuilder()
        .withNewNamespaceSelector()
        .withMatchLabels(labels)
        .endNamespaceSelector()
        .build();
  }

  static NetworkPolicyIngressRule from(List<NetworkPolicyPeer> peers, int... ports) {
    return new NetworkPolicyIngressRuleBuilder().withFrom(peers).withPorts(tcp(ports)).build();
  }

  static NetworkPolicyEgressRule to(List<NetworkPolicyPeer> peers, int... ports) {
    return new NetworkPolicyEgressRuleBuilder().withTo(peers).withPorts(tcp(ports)).build();
  }

  static NetworkPolicyEgressRule anyPort(List<NetworkPolicyPeer> peers) {
    return new NetworkPolicyEgressRuleBuilder().withTo(peers).build();
  }

  /**
   * Name resolution, wherever the resolver runs: as pods, on the node, or on a link-local address.
   */
  static NetworkPolicyEgressRule dns() {
    return new NetworkPolicyEgressRuleBuilder().withPorts(port("UDP", 53), port("TCP", 53)).build();
  }

  /**
   * No selector reaches the API server, and some networks rewrite its address before they match.
   */
  static NetworkPolicyEgressRule kubernetesApi() {
    return to(List.of(), 443, 6443);
  }

  /** Port of a URL, or its scheme's. */
  static int port(String url) {
    URI uri = URI.create(url);
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return switch (String.valueOf(uri.getScheme())) {
      case "https" -> 443;
      case "redis", "rediss" -> Redis.PORT;
      default -> 80;
    };
  }

  private static List<NetworkPolicyPort> tcp(int... ports) {
    return Arrays.stream(ports).mapToObj(number -> port("TCP", number)).toList();
  }

  private static NetworkPolicyPort port(String protocol, int number) {
    return new NetworkPolicyPortBuilder().withProtocol(protocol).withNewPort(number).build();
  }
}
