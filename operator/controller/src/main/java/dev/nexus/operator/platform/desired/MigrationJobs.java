package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Labels;
import dev.nexus.operator.platform.settings.PostgresSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Job per service and release that brings the service's schema to what the release needs. */
public final class MigrationJobs {

  public static final String COMPONENT = "migration";

  private static final long DEADLINE_SECONDS = 600;

  private MigrationJobs() {}

  /** The Job. A Job cannot be changed, so its name tells the image and the database. */
  public static Job of(Settings settings, NexusService service) {
    String image = settings.of(service).image();
    String url = Database.of(settings, service, ServiceConfiguration.POSTGRES_CA).url();
    String name = settings.names().migration(service, Hash.shortHash(image, url));
    Map<String, String> labels =
        new TreeMap<>(
            Labels.versioned(settings.names().platform(), COMPONENT, settings.release().version()));
    ServicePod pod = new ServicePod(settings, service);
    return new JobBuilder()
        .withMetadata(Metadata.stable(settings, name, COMPONENT))
        .withNewSpec()
        .withBackoffLimit(6)
        .withActiveDeadlineSeconds(DEADLINE_SECONDS)
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels)
        .endMetadata()
        .withSpec(
            pod.spec()
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("migrate")
                .withImage(image)
                .withImagePullPolicy(settings.release().pullPolicy().name())
                .withEnv(env(settings, pod))
                .withResources(settings.of(service).resources())
                .withVolumeMounts(pod.mounts())
                .withSecurityContext(Security.container())
                .endContainer()
                .build())
        .endTemplate()
        .endSpec()
        .build();
  }

  private static List<EnvVar> env(Settings settings, ServicePod pod) {
    List<EnvVar> env = new ArrayList<>();
    env.add(ServicePod.value("QUARKUS_PROFILE", "prod"));
    env.add(ServicePod.value("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    env.add(ServicePod.value("QUARKUS_INIT_AND_EXIT", "true"));
    env.add(ServicePod.value("QUARKUS_FLYWAY_MIGRATE_AT_START", "true"));
    // Nobody waits for an answer here, so a slow database or a policy that is just being learnt is
    // waited for.
    env.add(ServicePod.value("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "30S"));
    env.add(ServicePod.value("QUARKUS_FLYWAY_CONNECT_RETRIES", "5"));
    if (settings.postgres() instanceof PostgresSettings.External) {
      env.add(ServicePod.value("QUARKUS_FLYWAY_CREATE_SCHEMAS", "true"));
    }
    env.addAll(pod.databaseEnv());
    return env;
  }
}
