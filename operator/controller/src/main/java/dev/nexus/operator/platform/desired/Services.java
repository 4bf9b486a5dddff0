package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;

/** The name under which a service is found, and the account it runs as. */
public final class Services {

  private Services() {}

  /** The Service. */
  public static Service service(Settings settings, NexusService service) {
    return new ServiceBuilder()
        .withMetadata(Metadata.of(settings, service))
        .withNewSpec()
        .withSelector(Labels.selector(settings.names().platform(), service.id()))
        .addNewPort()
        .withName("http")
        .withPort(service.port())
        .withNewTargetPort("http")
        .withProtocol("TCP")
        .endPort()
        .addNewPort()
        .withName("management")
        .withPort(NexusService.MANAGEMENT_PORT)
        .withNewTargetPort("management")
        .withProtocol("TCP")
        .endPort()
        .endSpec()
        .build();
  }

  /** The account. No service talks to the Kubernetes API, so it has no token and no role. */
  public static ServiceAccount account(Settings settings, NexusService service) {
    return new ServiceAccountBuilder()
        .withMetadata(Metadata.of(settings, service))
        .withAutomountServiceAccountToken(false)
        .build();
  }
}
