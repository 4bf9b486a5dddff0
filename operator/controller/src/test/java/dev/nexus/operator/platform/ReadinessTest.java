package dev.nexus.operator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  private static Progress of(String kind, String specAndStatus) {
    GenericKubernetesResource object =
        YAML.unmarshal(
            "---\n{apiVersion: x/v1, kind: %s, metadata: {name: it, generation: 2}, %s}"
                .formatted(kind, specAndStatus),
            GenericKubernetesResource.class);
    return new Readiness((apiVersion, wantedKind, name) -> Optional.of(object)).of(object);
  }

  @Test
  void aMissingObjectIsWaitedForByName() {
    GenericKubernetesResource wanted =
        YAML.unmarshal(
            "---\n{apiVersion: v1, kind: Service, metadata: {name: it}}",
            GenericKubernetesResource.class);
    assertThat(new Readiness((apiVersion, kind, name) -> Optional.empty()).of(wanted))
        .isEqualTo(new Progress.Waiting("Waiting for Service it: to be created"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a rollout that is through|Deployment|spec: {replicas: 2}, status: {observedGeneration: 2, updatedReplicas: 2, availableReplicas: 2}",
        "a finished Job|Job|status: {succeeded: 1}",
        "an issued certificate|Certificate|status: {conditions: [{type: Ready, status: 'True', observedGeneration: 2}]}",
        "a healthy cluster with its roles|Cluster|spec: {instances: 1, managed: {roles: [{name: ai}]}}, status: {phase: healthy, readyInstances: 1, currentPrimary: a, targetPrimary: a, managedRolesStatus: {byStatus: {reconciled: [ai]}}, conditions: [{type: Ready, status: 'True'}]}",
        "an applied database|Database|status: {applied: true, observedGeneration: 2}",
        "a Keycloak whose conditions are booleans|Keycloak|status: {observedGeneration: 2, conditions: [{type: Ready, status: true}, {type: HasErrors, status: false}]}",
        "a Redis cluster|RedisCluster|spec: {clusterSize: 3}, status: {state: Ready, readyLeaderReplicas: 3, readyFollowerReplicas: 3}",
        "what has no status of its own|ConfigMap|data: {}",
      })
  void isReady(String what, String kind, String fields) {
    assertThat(of(kind, fields)).as(what).isEqualTo(Progress.READY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a status about an older generation|Deployment|spec: {replicas: 1}, status: {observedGeneration: 1, updatedReplicas: 1, availableReplicas: 1}",
        "old pods only|Deployment|spec: {replicas: 1}, status: {observedGeneration: 2, updatedReplicas: 0, availableReplicas: 1}",
        "new pods that are not available beside old ones that are|Deployment|spec: {replicas: 1}, status: {observedGeneration: 2, replicas: 2, updatedReplicas: 1, availableReplicas: 1}",
        "a certificate of an older spec|Certificate|status: {conditions: [{type: Ready, status: 'True', observedGeneration: 1}]}",
        "a hibernated cluster that calls itself healthy|Cluster|spec: {instances: 1}, status: {readyInstances: 0, conditions: [{type: Ready, status: 'True'}]}",
        "a cluster without its roles yet|Cluster|spec: {instances: 1, managed: {roles: [{name: ai}]}}, status: {readyInstances: 1, conditions: [{type: Ready, status: 'True'}]}",
        "a cluster that switches over|Cluster|spec: {instances: 1}, status: {readyInstances: 1, currentPrimary: a, targetPrimary: b, conditions: [{type: Ready, status: 'True'}]}",
        "a Redis cluster by its counts alone|RedisCluster|spec: {clusterSize: 3}, status: {state: Bootstrap, readyLeaderReplicas: 3, readyFollowerReplicas: 3}",
      })
  void waits(String what, String kind, String fields) {
    assertThat(of(kind, fields)).as(what).isInstanceOf(Progress.Waiting.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a failed migration|Job|status: {conditions: [{type: Failed, status: 'True', message: broken}]}",
        "a cluster that needs a person|Cluster|status: {phase: Waiting for user action}",
        "a Keycloak that is ready and has errors|Keycloak|status: {observedGeneration: 2, conditions: [{type: Ready, status: true}, {type: HasErrors, status: true, message: broken}]}",
      })
  void fails(String what, String kind, String fields) {
    assertThat(of(kind, fields)).as(what).isInstanceOf(Progress.Failed.class);
  }
}
