package dev.nexus.operator.leader;

import dev.nexus.operator.OperatorConfig;
import dev.nexus.operator.naming.Labels;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Leader election. JOSDK 5.3.2 ends the process from within its own shutdown, which deadlocks, and
 * leaves the lease to run out; so the end of leading is handled here: a lost lease halts the
 * process at once, an orderly stop gives the lease back.
 */
@Singleton
class Leadership {

  private static final Logger LOG = Logger.getLogger(Leadership.class);
  private static final String LEASE = Labels.OPERATOR;
  private static final Duration LEASE_DURATION = Duration.ofSeconds(15);
  private static final Duration RENEW_DEADLINE = Duration.ofSeconds(10);
  private static final Duration RETRY_PERIOD = Duration.ofSeconds(2);
  private static final int LOST = 1;

  private final KubernetesClient client;
  private final String namespace;
  private final String identity = UUID.randomUUID().toString();
  private volatile boolean stopping;

  Leadership(KubernetesClient client, OperatorConfig config) {
    this.client = client;
    this.namespace = config.namespace();
  }

  @Produces
  @Singleton
  @IfBuildProfile("prod")
  @SuppressWarnings("deprecation") // the builder refuses to leave the end of leading to the caller
  LeaderElectionConfiguration configuration() {
    return new LeaderElectionConfiguration(
        LEASE,
        namespace,
        LEASE_DURATION,
        RENEW_DEADLINE,
        RETRY_PERIOD,
        identity,
        new LeaderCallbacks(() -> LOG.info("Leading"), this::stopped, ignored -> {}),
        false);
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopping = true;
  }

  private void stopped() {
    if (stopping) {
      release();
    } else {
      LOG.error("The lease is lost: ending, so that two never lead");
      Runtime.getRuntime().halt(LOST);
    }
  }

  private void release() {
    try {
      Lease lease = client.leases().inNamespace(namespace).withName(LEASE).get();
      if (lease != null && identity.equals(lease.getSpec().getHolderIdentity())) {
        lease.getSpec().setHolderIdentity("");
        lease.getSpec().setLeaseDurationSeconds(1);
        client.resource(lease).update();
      }
    } catch (KubernetesClientException e) {
      LOG.warnf("The lease was not given back: %s", e.getMessage());
    }
  }
}
