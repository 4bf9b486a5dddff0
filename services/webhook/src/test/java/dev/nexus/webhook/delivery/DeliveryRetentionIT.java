package dev.nexus.webhook.delivery;

import static dev.nexus.webhook.WebhookCalls.as;
import static dev.nexus.webhook.WebhookCalls.newUser;
import static dev.nexus.webhook.WebhookCalls.registered;
import static dev.nexus.webhook.WebhookCalls.tested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nexus.common.testing.IdentityResource;
import dev.nexus.common.testing.PostgresResource;
import dev.nexus.webhook.AllowedSinks;
import dev.nexus.webhook.Sink;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(IdentityResource.class)
@WithTestResource(AllowedSinks.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "webhook"))
class DeliveryRetentionIT {

  @Test
  void forgetsTheDeliveriesOfBefore() {
    String token = newUser();
    DeliveryStore store = Arc.container().instance(DeliveryStore.class).get();
    try (Sink sink = new Sink(AllowedSinks.ADDRESS)) {
      String id = registered(token, sink.url("/"), "s");
      tested(token, id);
      Instant now = Clock.systemUTC().instant();
      store.forget(now.minus(1, ChronoUnit.HOURS));
      assertThat(kept(token, id)).isEqualTo(1);
      assertThat(store.forget(now.plus(1, ChronoUnit.HOURS))).isPositive();
      assertThat(kept(token, id)).isZero();
    }
  }

  private static int kept(String token, String id) {
    return as(token).get("/api/v1/webhooks/" + id + "/deliveries").jsonPath().getInt("total");
  }
}
