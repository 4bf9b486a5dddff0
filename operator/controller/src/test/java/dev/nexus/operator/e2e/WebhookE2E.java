package dev.nexus.operator.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A signed event reaches a receiver that the platform's spec has opened, and only then. */
class WebhookE2E {

  private static final String SECRET = "webhook-secret";
  private static final String RECEIVER = "receiver";
  private static final int PORT = 8099;

  /** Answers every request with 200 and prints what it got, one line each. */
  private static final String SERVER =
      """
      use IO::Socket::INET; $| = 1;
      my $server = IO::Socket::INET->new(LocalPort => $ARGV[0], Listen => 5, ReuseAddr => 1) or die;
      while (my $client = $server->accept) {
        my ($signature, $length) = ('', 0);
        while (my $line = <$client>) {
          $line =~ s/\\r?\\n$//; last if $line eq '';
          $signature = $1 if $line =~ /^x-nexus-signature:\\s*(.*)/i;
          $length = $1 if $line =~ /^content-length:\\s*(\\d+)/i;
        }
        read $client, my $body, $length;
        print "$signature $body\\n";
        print $client "HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n";
        close $client;
      }
      """;

  private final LocalCluster cluster = new LocalCluster();
  private final KubernetesClient client = cluster.client();

  @AfterEach
  void close() {
    client.pods().inNamespace(LocalCluster.NAMESPACE).withName(RECEIVER).delete();
    cluster.patch("{\"spec\":{\"security\":null}}");
    cluster.close();
  }

  @Test
  void aSignedEventIsDelivered() throws Exception {
    String address = startReceiver();
    cluster.patch(
        """
        {"spec":{"security":{"networkPolicies":{"egressTo":[{"cidr":"%s/32"}]}}}}"""
            .formatted(address));
    cluster.awaitReady();

    String token = cluster.administratorToken();
    String url = "http://%s:%d/hook".formatted(address, PORT);
    Map<String, Object> config =
        Map.of("url", url, "events", new String[] {"template.completed"}, "secret", SECRET);
    // A pod that drains still answers, by its old configuration.
    String id =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () ->
                    post(token, "/webhooks", Map.of("config", config)).getString("data.webhook_id"),
                Objects::nonNull);
    JsonPath test = post(token, "/webhooks/" + id + "/test", Map.of());
    assertThat(test.getString("data.status")).as(test.prettify()).isEqualTo("success");
    assertThat(test.getInt("data.response_code")).isEqualTo(200);

    Matcher received =
        Pattern.compile("sha256=([0-9a-f]{64}) (\\{.*\\})")
            .matcher(client.pods().inNamespace(LocalCluster.NAMESPACE).withName(RECEIVER).getLog());
    assertThat(received.find()).isTrue();
    assertThat(received.group(1)).isEqualTo(hmac(received.group(2)));
    given()
        .baseUri(LocalCluster.GATEWAY)
        .auth()
        .oauth2(token)
        .delete("/api/v1/webhooks/" + id)
        .then()
        .statusCode(200);
  }

  private String startReceiver() {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(RECEIVER)
            .endMetadata()
            .withNewSpec()
            .withTerminationGracePeriodSeconds(0L)
            .addNewContainer()
            .withName(RECEIVER)
            .withImage("nexus.local/debian:12")
            .withImagePullPolicy("Never")
            .withCommand("perl", "-e", SERVER, Integer.toString(PORT))
            .endContainer()
            .endSpec()
            .build();
    var resource = client.pods().inNamespace(LocalCluster.NAMESPACE).resource(pod);
    resource.delete();
    resource.create();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                resource.get() != null && "Running".equals(resource.get().getStatus().getPhase()));
    return resource.get().getStatus().getPodIP();
  }

  private static JsonPath post(String token, String path, Object body) {
    return given()
        .baseUri(LocalCluster.GATEWAY)
        .basePath("/api/v1")
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post(path)
        .jsonPath();
  }

  private static String hmac(String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }
}
