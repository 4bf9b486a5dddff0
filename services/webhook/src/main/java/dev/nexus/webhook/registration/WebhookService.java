package dev.nexus.webhook.registration;

import dev.nexus.common.edge.IdempotencyKeys;
import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import dev.nexus.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of receivers: whose they are and how many there may be. */
@ApplicationScoped
public class WebhookService {

  private final WebhookStore store;
  private final RegistrationRules rules;
  private final RegistrationConfig limits;
  private final Clock clock;

  WebhookService(
      WebhookStore store, RegistrationRules rules, RegistrationConfig limits, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.limits = limits;
    this.clock = clock;
  }

  Webhook register(Caller caller, RegistrationRequest request, Optional<String> requestKey) {
    WebhookConfig config = rules.check(request);
    if (store.count(caller.id(), false) >= limits.maxPerOwner()) {
      throw new NexusException(
          CommonError.RESOURCE_CONFLICT,
          "There are " + limits.maxPerOwner() + " webhooks already: delete one first");
    }
    Webhook webhook =
        Webhook.registered(
            UUID.randomUUID(),
            caller.id(),
            caller.tenantId(),
            config,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return store.add(webhook, requestKey, IdempotencyKeys.WINDOW);
  }

  WebhookList list(Caller caller, boolean activeOnly, int limit, int offset) {
    List<WebhookView> page =
        store.page(caller.id(), activeOnly, limit, offset).stream().map(WebhookView::of).toList();
    return new WebhookList(page, store.count(caller.id(), activeOnly), limit, offset);
  }

  void delete(Caller caller, String id) {
    if (!parse(id).map(known -> store.remove(caller.id(), known)).orElse(false)) {
      throw unknown();
    }
  }

  /**
   * One of the caller's receivers.
   *
   * @throws NexusException RESOURCE_NOT_FOUND when it is unknown or another's
   */
  public Webhook get(Caller caller, String id) {
    return parse(id)
        .flatMap(known -> store.find(caller.id(), known))
        .orElseThrow(WebhookService::unknown);
  }

  /** How many receivers the caller has. */
  public int count(Caller caller, boolean activeOnly) {
    return store.count(caller.id(), activeOnly);
  }

  private static NexusException unknown() {
    return new NexusException(CommonError.RESOURCE_NOT_FOUND, "There is no such webhook");
  }

  /** An ill-formed id is an unknown one (protocol 3.0). */
  private static Optional<UUID> parse(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
