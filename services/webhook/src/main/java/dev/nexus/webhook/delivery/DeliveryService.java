package dev.nexus.webhook.delivery;

import dev.nexus.common.edge.QueryNumber;
import dev.nexus.common.envelope.ResponseMetadata;
import dev.nexus.common.identity.Caller;
import dev.nexus.webhook.registration.Webhook;
import dev.nexus.webhook.registration.WebhookService;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Makes deliveries and keeps the record of them. */
@ApplicationScoped
public class DeliveryService {

  private static final int MAX_PAGE = 100;
  private static final int PAGE = 50;

  private final WebhookService webhooks;
  private final Deliveries deliveries;
  private final Dispatch dispatch;
  private final DeliveryStore store;
  private final DeliveryConfig config;

  DeliveryService(
      WebhookService webhooks,
      Deliveries deliveries,
      Dispatch dispatch,
      DeliveryStore store,
      DeliveryConfig config) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.dispatch = dispatch;
    this.store = store;
    this.config = config;
  }

  /** Sends an event to a receiver now and once, also to one that is not active. */
  TestView test(Caller caller, String id, TestRequest request) {
    Webhook webhook = webhooks.get(caller, id);
    Delivery delivery =
        deliveries.of(
            webhook,
            TestRules.event(request, webhook.config().events()),
            TestRules.data(request, config.maxTestData().asLongValue()));
    Attempt attempt = dispatch.attempt(webhook.config(), delivery, 1);
    store.settle(delivery, attempt);
    store.trim(webhook.id(), config.maxKept());
    return TestView.of(delivery, attempt);
  }

  /** A page of deliveries; its bounds are read after the receiver is known (protocol 1.6). */
  DeliveryPage list(
      Caller caller,
      String id,
      @Nullable String limit,
      @Nullable String offset,
      ResponseMetadata metadata) {
    Webhook webhook = webhooks.get(caller, id);
    int most = QueryNumber.read("limit", limit, 1, MAX_PAGE, PAGE);
    int first = QueryNumber.read("offset", offset, 0, Integer.MAX_VALUE, 0);
    return new DeliveryPage(
        store.page(webhook.id(), most, first), store.count(webhook.id()), most, first, metadata);
  }

  StatsView stats(Caller caller) {
    DeliveryTotals totals = store.totals(caller.id());
    return new StatsView(
        webhooks.count(caller, false),
        webhooks.count(caller, true),
        totals.succeeded() + totals.failed(),
        totals.succeeded(),
        totals.failed());
  }
}
