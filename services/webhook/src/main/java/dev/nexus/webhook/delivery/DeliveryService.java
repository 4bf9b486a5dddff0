package dev.nexus.webhook.delivery;

import dev.nexus.common.envelope.ResponseMetadata;
import dev.nexus.common.identity.Caller;
import dev.nexus.webhook.registration.Webhook;
import dev.nexus.webhook.registration.WebhookService;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes deliveries and keeps the record of them. */
@ApplicationScoped
public class DeliveryService {

  private final WebhookService webhooks;
  private final Deliveries deliveries;
  private final Dispatch dispatch;
  private final DeliveryStore store;

  DeliveryService(
      WebhookService webhooks, Deliveries deliveries, Dispatch dispatch, DeliveryStore store) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.dispatch = dispatch;
    this.store = store;
  }

  /** Sends an event to a receiver now and once, also to one that is not active. */
  TestView test(Caller caller, String id, TestRequest request) {
    Webhook webhook = webhooks.get(caller, id);
    Delivery delivery =
        deliveries.of(
            webhook, TestRules.event(request, webhook.config().events()), TestRules.data(request));
    Attempt attempt = dispatch.attempt(webhook.config(), delivery, 1);
    store.settle(delivery, attempt);
    return TestView.of(delivery, attempt);
  }

  DeliveryPage list(Caller caller, String id, int limit, int offset, ResponseMetadata metadata) {
    Webhook webhook = webhooks.get(caller, id);
    return new DeliveryPage(
        store.page(webhook.id(), limit, offset),
        store.count(webhook.id()),
        limit,
        offset,
        metadata);
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
