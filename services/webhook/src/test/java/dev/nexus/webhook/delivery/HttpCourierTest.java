package dev.nexus.webhook.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.webhook.Sink;
import dev.nexus.webhook.delivery.Attempt.Outcome;
import dev.nexus.webhook.network.AddressBlock;
import dev.nexus.webhook.network.AddressRules;
import dev.nexus.webhook.network.Destinations;
import dev.nexus.webhook.network.NameResolver;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpCourierTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress NOBODY = InetAddress.ofLiteral("127.0.0.9");

  @TempDir static Path folder;
  private static PfxOptions certificate;
  private static int tlsPort;

  @BeforeAll
  static void startTlsReceiver() throws Exception {
    Path store = folder.resolve("hooks.example.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=hooks.example",
                "-ext",
                "san=dns:hooks.example",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    certificate = new PfxOptions().setPath(store.toString()).setPassword("changeit");
    tlsPort =
        VERTX
            .createHttpServer(
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
            .requestHandler(
                request ->
                    request.response().end(request.authority().host() + " " + request.method()))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get()
            .actualPort();
  }

  @AfterAll
  static void stop() {
    VERTX.close();
  }

  /** Patient, since a loaded machine is slow; those that show the deadline are not. */
  private static HttpCourier courier(NameResolver resolver, HttpClientOptions options) {
    return courier(resolver, options, "20s");
  }

  private static HttpCourier courier(
      NameResolver resolver, HttpClientOptions options, String timeout) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(DeliveryConfig.class)
            .withDefaultValue("nexus.webhook.delivery.timeout", timeout)
            .withDefaultValue("nexus.webhook.delivery.connect-timeout", "2s")
            .build();
    AddressRules rules = new AddressRules(List.of(AddressBlock.parse("127.0.0.0/8")));
    return new HttpCourier(
        new Destinations(resolver, rules),
        config.getConfigMapping(DeliveryConfig.class),
        VERTX,
        options);
  }

  private static Outcome post(HttpCourier courier, String url) {
    return courier.post(URI.create(url), Map.of("X-A", "b"), "{}");
  }

  private static HttpClientOptions trusting() {
    return new HttpClientOptions().setTrustOptions(certificate);
  }

  @Test
  void verifiesTheCertificateAgainstTheNameWhileConnectingToTheAddress() {
    HttpCourier courier = courier(host -> List.of(LOOPBACK), trusting());
    Outcome outcome = post(courier, "https://hooks.example:" + tlsPort + "/h");
    assertThat(outcome.statusCode()).contains(200);
    assertThat(outcome.responseBody()).contains("hooks.example POST");
  }

  @Test
  void refusesACertificateOfAnotherName() {
    HttpCourier courier = courier(host -> List.of(LOOPBACK), trusting());
    Outcome outcome = post(courier, "https://other.example:" + tlsPort + "/h");
    assertThat(outcome.isSuccess()).isFalse();
    assertThat(outcome.error()).hasValueSatisfying(e -> assertThat(e).startsWith("TLS failed"));
  }

  @Test
  void refusesACertificateOfUnknownOrigin() {
    HttpCourier courier = courier(host -> List.of(LOOPBACK), new HttpClientOptions());
    Outcome outcome = post(courier, "https://hooks.example:" + tlsPort + "/h");
    assertThat(outcome.error()).hasValueSatisfying(e -> assertThat(e).startsWith("TLS failed"));
  }

  @Test
  void asksForTheAddressesOnce() {
    // A name that means a private address the second time it is asked for must not matter.
    try (Sink sink = new Sink("127.0.0.1")) {
      List<InetAddress> answers = new java.util.ArrayList<>(List.of(LOOPBACK));
      HttpCourier courier =
          courier(host -> List.of(answers.removeFirst()), new HttpClientOptions());
      Outcome outcome = post(courier, "http://hooks.example:" + sink.port() + "/");
      assertThat(outcome.isSuccess()).isTrue();
      assertThat(sink.next().headers()).containsEntry("Host", "hooks.example:" + sink.port());
    }
  }

  @Test
  void triesTheNextAddressWhenOneTakesNoConnection() {
    try (Sink sink = new Sink("127.0.0.1")) {
      HttpCourier courier = courier(host -> List.of(NOBODY, LOOPBACK), new HttpClientOptions());
      assertThat(post(courier, "http://hooks.example:" + sink.port() + "/").isSuccess()).isTrue();
    }
  }

  @Test
  void reachesAHostWithAnUnderscoreButNotWhereItMayNotGo() throws Exception {
    try (Sink sink = new Sink("127.0.0.1")) {
      HttpCourier courier = courier(host -> List.of(LOOPBACK), new HttpClientOptions());
      String url = "http://my_hooks.example:" + sink.port() + "/";
      assertThat(post(courier, url).isSuccess()).isTrue();
      assertThat(sink.next().headers()).containsEntry("Host", "my_hooks.example:" + sink.port());
      InetAddress inside = InetAddress.ofLiteral("10.0.0.1");
      HttpCourier astray = courier(host -> List.of(inside), new HttpClientOptions());
      assertThat(post(astray, url).error())
          .contains("my_hooks.example leads to an address that is not public");
    }
  }

  @Test
  void hangsUpOnAReceiverThatStallsInItsAnswer() throws Exception {
    try (ServerSocket receiver = new ServerSocket(0, 1, LOOPBACK)) {
      CompletableFuture<Boolean> hungUp = CompletableFuture.supplyAsync(() -> stall(receiver));
      HttpCourier courier = courier(host -> List.of(LOOPBACK), new HttpClientOptions(), "1500ms");
      Outcome outcome = post(courier, "http://hooks.example:" + receiver.getLocalPort() + "/");
      assertThat(outcome.error()).contains("No answer within 1500 ms");
      assertThat(hungUp.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Answers with a head and the beginning of a body; tells whether the client then hung up. */
  private static boolean stall(ServerSocket receiver) {
    try (Socket socket = receiver.accept()) {
      socket.setSoTimeout(9_000);
      socket
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab".getBytes(US_ASCII));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void doesNotWaitForANameServiceThatIsSilent() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    HttpCourier courier =
        courier(
            host -> {
              try {
                answered.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return List.of(LOOPBACK);
            },
            new HttpClientOptions(),
            "1500ms");
    assertThat(post(courier, "http://hooks.example/").error()).contains("No answer within 1500 ms");
    answered.countDown();
  }
}
