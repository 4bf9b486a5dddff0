package dev.nexus.operator.platform;

import dev.nexus.operator.api.v1alpha1.Condition;
import dev.nexus.operator.api.v1alpha1.NexusPlatform;
import dev.nexus.operator.api.v1alpha1.NexusPlatformStatus;
import dev.nexus.operator.api.v1alpha1.Phase;
import dev.nexus.operator.naming.Labels;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells transitions as Kubernetes events: a platform that enters another phase, or is held up for
 * another reason. A platform that stays as it is makes none.
 */
@ApplicationScoped
class Announcer {

  private static final Logger LOG = Logger.getLogger(Announcer.class);
  private static final int MAX_MESSAGE = 1024;

  private final KubernetesClient client;
  private final Clock clock;

  Announcer(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** Makes an event when the statuses differ in phase or in the reason of Ready. */
  void announce(
      NexusPlatform platform, @Nullable NexusPlatformStatus before, NexusPlatformStatus after) {
    Optional<Condition> ready = ready(after);
    boolean same =
        before != null
            && before.phase() == after.phase()
            && ready.map(Condition::reason).equals(ready(before).map(Condition::reason));
    if (same || ready.isEmpty()) {
      return;
    }
    try {
      client.resource(event(platform, after.phase(), ready.get())).create();
    } catch (KubernetesClientException e) {
      // An event is a courtesy: its loss must not hold up what it tells of.
      LOG.warnf("Event not written: %s", e.getMessage());
    }
  }

  private Event event(NexusPlatform platform, @Nullable Phase phase, Condition ready) {
    String now = clock.instant().toString();
    boolean calm = phase == Phase.Ready || "Waiting".equals(ready.reason());
    String message = ready.message();
    return new EventBuilder()
        .withNewMetadata()
        .withGenerateName(platform.getMetadata().getName() + ".")
        .withNamespace(platform.getMetadata().getNamespace())
        .endMetadata()
        .withType(calm ? "Normal" : "Warning")
        .withReason("Waiting".equals(ready.reason()) ? String.valueOf(phase) : ready.reason())
        .withMessage(message.substring(0, Math.min(MAX_MESSAGE, message.length())))
        .withFirstTimestamp(now)
        .withLastTimestamp(now)
        .withCount(1)
        .withNewSource(Labels.OPERATOR, null)
        .withReportingComponent(Labels.OPERATOR)
        .withNewInvolvedObject()
        .withApiVersion(platform.getApiVersion())
        .withKind(platform.getKind())
        .withName(platform.getMetadata().getName())
        .withNamespace(platform.getMetadata().getNamespace())
        .withUid(platform.getMetadata().getUid())
        .endInvolvedObject()
        .build();
  }

  private static Optional<Condition> ready(NexusPlatformStatus status) {
    return Objects.requireNonNull(status.conditions()).stream()
        .filter(condition -> "Ready".equals(condition.type()))
        .findFirst();
  }
}
