package dev.nexus.gateway.edge;

import static dev.nexus.common.testing.ContractAssert.assertContract;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.RedisResource;
import dev.nexus.gateway.testing.Issuer;
import dev.nexus.gateway.testing.PeersResource;
import dev.nexus.gateway.testing.TlsPeersResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Servers that the platform does not run, though mutual TLS is on: an issuer whose tokens name a
 * public URL while its keys are fetched from another, under an authority that vouches for no peer;
 * and a Redis without TLS.
 */
@QuarkusTest
@TestProfile(ForeignServersIT.Mtls.class)
@WithTestResource(
    value = TlsPeersResource.class,
    initArgs = @ResourceArg(name = "issuer", value = "elsewhere"))
@WithTestResource(RedisResource.class)
class ForeignServersIT {

  /** A profile of its own, as this class has resources of its own. */
  public static final class Mtls extends MutualTlsIT.Mtls {}

  @Test
  void takesTokensOfAnIssuerUnderAnotherAuthority_checklist20() {
    String issuer = ConfigProvider.getConfig().getValue(PeersResource.ISSUER, String.class);
    assertThat(issuer).isEqualTo("https://login.example/realms/nexus");
    assertThat(
            given()
                .auth()
                .oauth2(new Issuer(issuer).token("u1"))
                .get("/api/v1/webhooks")
                .statusCode())
        .isEqualTo(200);
    String internal = ConfigProvider.getConfig().getValue("nexus.oidc.url", String.class);
    assertContract(given().auth().oauth2(new Issuer(internal).token("u1")).get("/api/v1/webhooks"))
        .isError(401, "INVALID_TOKEN", "AUTHENTICATION_ERROR");
  }

  @Test
  void reachesARedisWithoutTls_checklist2() {
    assertThat(given().get("/ready").jsonPath().getString("checks.redis")).isEqualTo("ok");
  }
}
