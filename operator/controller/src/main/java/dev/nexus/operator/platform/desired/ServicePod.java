package dev.nexus.operator.platform.desired;

import dev.nexus.operator.catalog.NexusService;
import dev.nexus.operator.naming.Names;
import dev.nexus.operator.platform.settings.KeycloakSettings;
import dev.nexus.operator.platform.settings.RedisSettings;
import dev.nexus.operator.platform.settings.Settings;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;

/** What the pods of a service share, whether they serve or migrate. */
final class ServicePod {

  static final String CONFIG_DIRECTORY = "/app/config";

  private final Settings settings;
  private final NexusService service;
  private final Names names;
  private final List<Volume> volumes = new ArrayList<>();
  private final List<VolumeMount> mounts = new ArrayList<>();

  ServicePod(Settings settings, NexusService service) {
    this.settings = settings;
    this.service = service;
    this.names = settings.names();
    mount(
        "config",
        CONFIG_DIRECTORY,
        new VolumeBuilder().withNewConfigMap().withName(names.of(service)).endConfigMap().build());
    mount("tmp", "/tmp", new VolumeBuilder().withNewEmptyDir().endEmptyDir().build());
    if (service.needs(NexusService.Need.DATABASE)) {
      Database.of(settings, service, ServiceConfiguration.POSTGRES_CA)
          .ca()
          .ifPresent(ca -> mountCa("postgres-ca", ServiceConfiguration.POSTGRES_CA, ca));
    }
  }

  /** Adds the service's certificate and what it trusts. */
  ServicePod withTls() {
    mount("tls", "/etc/nexus/tls", secretVolume(names.tls(service)));
    mount(
        "trust",
        "/etc/nexus/trust",
        new VolumeBuilder().withNewConfigMap().withName(names.trust()).endConfigMap().build());
    return this;
  }

  /** Adds the authorities of servers that run elsewhere. */
  ServicePod withForeignAuthorities() {
    if (service.needs(NexusService.Need.REDIS)
        && settings.redis() instanceof RedisSettings.External redis) {
      redis
          .ca()
          .ifPresent(
              ca ->
                  mountCa(
                      "redis-ca",
                      ServiceConfiguration.REDIS_CA,
                      new Database.CaFile(ca.name(), ca.key())));
    }
    if (settings.keycloak() instanceof KeycloakSettings.External keycloak) {
      keycloak
          .ca()
          .ifPresent(
              ca ->
                  mountCa(
                      "keycloak-ca",
                      ServiceConfiguration.KEYCLOAK_CA,
                      new Database.CaFile(ca.name(), ca.key())));
    }
    return this;
  }

  List<VolumeMount> mounts() {
    return mounts;
  }

  /** The pod without its container. */
  PodSpecBuilder spec() {
    PodSpec spec = new PodSpec();
    spec.setServiceAccountName(names.of(service));
    spec.setAutomountServiceAccountToken(false);
    spec.setEnableServiceLinks(false);
    spec.setSecurityContext(Security.pod(Security.UID));
    spec.setVolumes(volumes);
    spec.setImagePullSecrets(
        settings.release().pullSecrets().stream().map(LocalObjectReference::new).toList());
    return new PodSpecBuilder(spec);
  }

  /** Credentials of the service's database, when it has one. */
  List<EnvVar> databaseEnv() {
    if (!service.needs(NexusService.Need.DATABASE)) {
      return List.of();
    }
    String secret = Database.of(settings, service, ServiceConfiguration.POSTGRES_CA).secret();
    return List.of(
        fromSecret("NEXUS_DATABASE_USERNAME", secret, "username"),
        fromSecret("NEXUS_DATABASE_PASSWORD", secret, "password"));
  }

  static EnvVar fromSecret(String variable, String secret, String key) {
    return new EnvVarBuilder()
        .withName(variable)
        .withNewValueFrom()
        .withNewSecretKeyRef(key, secret, null)
        .endValueFrom()
        .build();
  }

  static EnvVar value(String variable, String value) {
    return new EnvVarBuilder().withName(variable).withValue(value).build();
  }

  private void mountCa(String name, String file, Database.CaFile ca) {
    String directory = file.substring(0, file.lastIndexOf('/'));
    Volume volume =
        new VolumeBuilder()
            .withNewSecret()
            .withSecretName(ca.secret())
            .addNewItem()
            .withKey(ca.key())
            .withPath("ca.crt")
            .endItem()
            .endSecret()
            .build();
    mount(name, directory, volume);
  }

  private void mount(String name, String directory, Volume volume) {
    volume.setName(name);
    volumes.add(volume);
    VolumeMountBuilder mount = new VolumeMountBuilder().withName(name).withMountPath(directory);
    mounts.add(volume.getEmptyDir() == null ? mount.withReadOnly(true).build() : mount.build());
  }

  private static Volume secretVolume(String secret) {
    return new VolumeBuilder().withNewSecret().withSecretName(secret).endSecret().build();
  }
}
