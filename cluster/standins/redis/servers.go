package redis

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

const port = 6379

//go:embed configure.sh
var configure string

// servers is one StatefulSet of Redis servers and all that goes with it.
type servers struct {
	name       string // of the StatefulSet
	cluster    string // of the RedisCluster; empty for a single server
	role       string // standalone, leader or follower
	replicas   int32
	resources  *corev1.ResourceRequirements
	persistent bool
	shared     Shared
	perRole    PerRole
	owner      metav1.ObjectMeta
}

func (s servers) mode() string {
	if s.cluster == "" {
		return "standalone"
	}
	return "cluster"
}

// identity are the labels that never change; the StatefulSet selects by them.
func (s servers) identity() map[string]string {
	labels := map[string]string{"app": s.name, "redis_setup_type": s.mode(), "role": s.role}
	if s.cluster != "" {
		labels["cluster"] = s.cluster
	}
	return labels
}

// labels are also the custom resource's, as with the real operator: changing one there moves the Services' selectors.
func (s servers) labels() map[string]string {
	labels := maps.Clone(s.owner.Labels)
	if labels == nil {
		labels = map[string]string{}
	}
	maps.Copy(labels, s.identity())
	return labels
}

// annotations of the custom resource go to the pods, but for the ignored.
func (s servers) annotations() map[string]string {
	annotations := map[string]string{}
	for key, value := range s.owner.Annotations {
		if key != corev1.LastAppliedConfigAnnotation && !slices.Contains(s.shared.Kubernetes.IgnoreAnnotations, key) {
			annotations[key] = value
		}
	}
	return annotations
}

// objects to apply: the Services, the PodDisruptionBudget and the StatefulSet.
func (s servers) objects() []client.Object {
	objects := []client.Object{
		s.service(s.name, ""), s.service(s.name+"-headless", corev1.ClusterIPNone), s.service(s.name+"-additional", ""),
	}
	if s.perRole.PDB != nil && s.perRole.PDB.Enabled {
		objects = append(objects, s.disruptionBudget())
	}
	return append(objects, s.statefulSet())
}

func (s servers) service(name, clusterIP string) *corev1.Service {
	return &corev1.Service{
		ObjectMeta: metav1.ObjectMeta{Name: name, Labels: s.labels()},
		Spec: corev1.ServiceSpec{
			ClusterIP:                clusterIP,
			Selector:                 s.labels(),
			PublishNotReadyAddresses: clusterIP != "",
			Ports: []corev1.ServicePort{{
				Name: "redis-client", Port: port, TargetPort: intstr.FromInt32(port), Protocol: corev1.ProtocolTCP,
			}},
		},
	}
}

func (s servers) disruptionBudget() *policyv1.PodDisruptionBudget {
	spec := policyv1.PodDisruptionBudgetSpec{Selector: &metav1.LabelSelector{MatchLabels: s.identity()}}
	switch pdb := s.perRole.PDB; {
	case pdb.MinAvailable != nil:
		spec.MinAvailable = new(intstr.IntOrString)
		*spec.MinAvailable = intstr.FromInt32(*pdb.MinAvailable)
	case pdb.MaxUnavailable != nil:
		spec.MaxUnavailable = new(intstr.IntOrString)
		*spec.MaxUnavailable = intstr.FromInt32(*pdb.MaxUnavailable)
	default:
		spec.MinAvailable = new(intstr.IntOrString)
		*spec.MinAvailable = intstr.FromInt32(s.replicas/2 + 1)
	}
	return &policyv1.PodDisruptionBudget{ObjectMeta: metav1.ObjectMeta{Name: s.name, Labels: s.labels()}, Spec: spec}
}

func (s servers) statefulSet() *appsv1.StatefulSet {
	set := &appsv1.StatefulSet{
		ObjectMeta: metav1.ObjectMeta{Name: s.name, Labels: s.labels(), Annotations: s.annotations()},
		Spec: appsv1.StatefulSetSpec{
			Replicas:        &s.replicas,
			ServiceName:     s.name + "-headless",
			Selector:        &metav1.LabelSelector{MatchLabels: s.identity()},
			MinReadySeconds: s.shared.Kubernetes.MinReadySeconds,
			Template: corev1.PodTemplateSpec{
				ObjectMeta: metav1.ObjectMeta{Labels: s.labels(), Annotations: s.annotations()},
				Spec:       s.pod(),
			},
		},
	}
	if s.persistent {
		set.Spec.VolumeClaimTemplates = append(set.Spec.VolumeClaimTemplates, claim(s.name, s.shared.Storage.VolumeClaimTemplate))
	}
	if s.nodeConfPersistent() {
		set.Spec.VolumeClaimTemplates = append(set.Spec.VolumeClaimTemplates, claim("node-conf", s.shared.Storage.NodeConfVolumeClaimTemplate))
	}
	return set
}

func (s servers) nodeConfPersistent() bool {
	storage := s.shared.Storage
	return s.cluster != "" && s.persistent && storage.NodeConfVolume && storage.NodeConfVolumeClaimTemplate != nil
}

func claim(name string, template *corev1.PersistentVolumeClaim) corev1.PersistentVolumeClaim {
	return corev1.PersistentVolumeClaim{
		TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "PersistentVolumeClaim"},
		ObjectMeta: metav1.ObjectMeta{Name: name, Labels: template.Labels, Annotations: template.Annotations},
		Spec:       template.Spec,
	}
}

func (s servers) pod() corev1.PodSpec {
	pod := corev1.PodSpec{
		SecurityContext:              s.shared.PodSecurityContext,
		ImagePullSecrets:             s.shared.Kubernetes.ImagePullSecrets,
		PriorityClassName:            s.shared.PriorityClassName,
		Affinity:                     s.perRole.Affinity,
		Tolerations:                  s.perRole.Tolerations,
		NodeSelector:                 s.perRole.NodeSelector,
		TopologySpreadConstraints:    s.perRole.TopologySpreadConstraints,
		AutomountServiceAccountToken: new(bool),
		InitContainers:               []corev1.Container{s.container("init-config", "sh", "-c", configure)},
		Containers:                   []corev1.Container{s.container(s.name, "redis-server", "/etc/redis/redis.conf")},
		Volumes:                      s.volumes(),
	}
	if s.shared.ServiceAccountName != nil {
		pod.ServiceAccountName = *s.shared.ServiceAccountName
	}
	server := &pod.Containers[0]
	server.Ports = []corev1.ContainerPort{{Name: "redis", ContainerPort: port, Protocol: corev1.ProtocolTCP}}
	if s.resources != nil {
		server.Resources = *s.resources
		pod.InitContainers[0].Resources = *s.resources
	}
	server.ReadinessProbe = s.probe(s.perRole.ReadinessProbe)
	server.LivenessProbe = s.probe(s.perRole.LivenessProbe)
	return pod
}

func (s servers) container(name string, command ...string) corev1.Container {
	container := corev1.Container{
		Name:            name,
		Image:           s.shared.Kubernetes.Image,
		ImagePullPolicy: s.shared.Kubernetes.ImagePullPolicy,
		Command:         command,
		Env:             s.environment(),
		SecurityContext: s.perRole.SecurityContext,
		VolumeMounts:    []corev1.VolumeMount{{Name: "config", MountPath: "/etc/redis"}, {Name: s.name, MountPath: "/data"}},
	}
	if s.cluster != "" {
		container.VolumeMounts = append(container.VolumeMounts, corev1.VolumeMount{Name: "node-conf", MountPath: "/node-conf"})
	}
	if s.shared.TLS != nil {
		container.VolumeMounts = append(container.VolumeMounts, corev1.VolumeMount{Name: "tls-certs", MountPath: "/tls", ReadOnly: true})
	}
	if s.additionalConfig() != "" {
		container.VolumeMounts = append(container.VolumeMounts, corev1.VolumeMount{Name: "external-config", MountPath: "/etc/redis/external.conf.d"})
	}
	return container
}

func (s servers) additionalConfig() string {
	if s.perRole.Config == nil || s.perRole.Config.AdditionalRedisConfig == nil {
		return ""
	}
	return *s.perRole.Config.AdditionalRedisConfig
}

// volumes that no claim template makes.
func (s servers) volumes() []corev1.Volume {
	empty := func(name string) corev1.Volume {
		return corev1.Volume{Name: name, VolumeSource: corev1.VolumeSource{EmptyDir: &corev1.EmptyDirVolumeSource{}}}
	}
	volumes := []corev1.Volume{empty("config")}
	if !s.persistent {
		volumes = append(volumes, empty(s.name))
	}
	if s.cluster != "" && !s.nodeConfPersistent() {
		volumes = append(volumes, empty("node-conf"))
	}
	if s.shared.TLS != nil {
		secret := s.shared.TLS.Secret
		volumes = append(volumes, corev1.Volume{Name: "tls-certs", VolumeSource: corev1.VolumeSource{Secret: &secret}})
	}
	if name := s.additionalConfig(); name != "" {
		volumes = append(volumes, corev1.Volume{Name: "external-config", VolumeSource: corev1.VolumeSource{
			ConfigMap: &corev1.ConfigMapVolumeSource{LocalObjectReference: corev1.LocalObjectReference{Name: name}},
		}})
	}
	return volumes
}

func (s servers) environment() []corev1.EnvVar {
	field := func(name, path string) corev1.EnvVar {
		return corev1.EnvVar{Name: name, ValueFrom: &corev1.EnvVarSource{FieldRef: &corev1.ObjectFieldSelector{APIVersion: "v1", FieldPath: path}}}
	}
	env := []corev1.EnvVar{
		field("POD_IP", "status.podIP"),
		field("POD_NAME", "metadata.name"),
		{Name: "HEADLESS_SERVICE", Value: fmt.Sprintf("%s-headless.%s.svc.cluster.local", s.name, s.owner.Namespace)},
		{Name: "SETUP_MODE", Value: s.mode()},
		{Name: "SERVER_MODE", Value: s.mode()},
		{Name: "REDIS_PORT", Value: strconv.Itoa(port)},
		{Name: "PERSISTENCE_ENABLED", Value: strconv.FormatBool(s.persistent)},
	}
	if secret := s.shared.Kubernetes.Secret; secret != nil {
		source := &corev1.EnvVarSource{SecretKeyRef: &corev1.SecretKeySelector{
			LocalObjectReference: corev1.LocalObjectReference{Name: secret.Name}, Key: secret.Key,
		}}
		env = append(env, corev1.EnvVar{Name: "REDIS_PASSWORD", ValueFrom: source}, corev1.EnvVar{Name: "REDISCLI_AUTH", ValueFrom: source})
	}
	if tls := s.shared.TLS; tls != nil {
		env = append(env,
			corev1.EnvVar{Name: "TLS_MODE", Value: "true"},
			corev1.EnvVar{Name: "REDIS_TLS_CERT", Value: "/tls/" + tls.Cert},
			corev1.EnvVar{Name: "REDIS_TLS_CERT_KEY", Value: "/tls/" + tls.Key},
			corev1.EnvVar{Name: "REDIS_TLS_CA_CERT", Value: "/tls/" + tls.CA},
			corev1.EnvVar{Name: "REDIS_CLI", Value: "redis-cli --tls --cacert /tls/" + tls.CA},
		)
	} else {
		env = append(env, corev1.EnvVar{Name: "REDIS_CLI", Value: "redis-cli"})
	}
	if limit := s.maxMemory(); limit > 0 {
		env = append(env, corev1.EnvVar{Name: "REDIS_MAX_MEMORY", Value: strconv.FormatInt(limit, 10)})
	}
	return append(env, s.shared.Env...)
}

func (s servers) maxMemory() int64 {
	if s.perRole.Config == nil || s.perRole.Config.MaxMemoryPercentOfLimit == nil || s.resources == nil {
		return 0
	}
	return s.resources.Limits.Memory().Value() * *s.perRole.Config.MaxMemoryPercentOfLimit / 100
}

// probe is the one wanted, or the default; a wanted one without an action gets the default's.
func (s servers) probe(wanted *corev1.Probe) *corev1.Probe {
	probe := &corev1.Probe{InitialDelaySeconds: 1, PeriodSeconds: 10, TimeoutSeconds: 5, FailureThreshold: 3, SuccessThreshold: 1}
	if wanted != nil {
		probe = wanted.DeepCopy()
	}
	if probe.ProbeHandler == (corev1.ProbeHandler{}) {
		probe.Exec = &corev1.ExecAction{Command: []string{"sh", "-c", "$REDIS_CLI -h localhost -p $REDIS_PORT ping | grep -q PONG"}}
	}
	return probe
}

// settled is the real operator's test of a StatefulSet.
func settled(set *appsv1.StatefulSet) bool {
	return set.Status.ObservedGeneration == set.Generation && set.Status.ReadyReplicas == *set.Spec.Replicas &&
		set.Status.UpdatedReplicas == *set.Spec.Replicas && set.Status.CurrentRevision == set.Status.UpdateRevision
}
