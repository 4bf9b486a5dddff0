package keycloak

import (
	"encoding/json"
	"maps"
	"slices"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

const discoveryPort = 7800

func labels(k *Keycloak) map[string]string {
	return map[string]string{
		"app":                          "keycloak",
		"app.kubernetes.io/instance":   k.Name,
		"app.kubernetes.io/managed-by": "keycloak-operator",
	}
}

func podLabels(k *Keycloak) map[string]string {
	all := labels(k)
	all["app.kubernetes.io/component"] = "server"
	return all
}

// listeners are the ports by the names that the Service gives them.
func listeners(k *Keycloak) []corev1.ServicePort {
	port := func(name string, number int32) corev1.ServicePort {
		return corev1.ServicePort{Name: name, Port: number, TargetPort: intstr.FromInt32(number), Protocol: corev1.ProtocolTCP}
	}
	var ports []corev1.ServicePort
	if k.Spec.HTTP.TLSSecret != "" {
		ports = append(ports, port("https", orDefault(k.Spec.HTTP.HTTPSPort, 8443)))
	}
	if k.Spec.HTTP.HTTPEnabled {
		ports = append(ports, port("http", orDefault(k.Spec.HTTP.HTTPPort, 8080)))
	}
	return append(ports, port("management", orDefault(k.Spec.Management.Port, 9000)))
}

// network is the Services and, unless disabled, the NetworkPolicy.
func network(k *Keycloak) []client.Object {
	objects := []client.Object{
		&corev1.Service{
			ObjectMeta: metav1.ObjectMeta{Name: k.Name + "-service", Labels: labels(k)},
			Spec:       corev1.ServiceSpec{Selector: labels(k), Ports: listeners(k)},
		},
		&corev1.Service{
			ObjectMeta: metav1.ObjectMeta{Name: k.Name + "-discovery", Labels: labels(k)},
			Spec: corev1.ServiceSpec{
				ClusterIP: corev1.ClusterIPNone, Selector: labels(k), PublishNotReadyAddresses: true,
				Ports: []corev1.ServicePort{{Name: "tcp", Port: discoveryPort, TargetPort: intstr.FromInt32(discoveryPort), Protocol: corev1.ProtocolTCP}},
			},
		},
	}
	if enabled := k.Spec.NetworkPolicy.Enabled; enabled == nil || *enabled {
		objects = append(objects, networkPolicy(k))
	}
	return objects
}

func networkPolicy(k *Keycloak) *networkingv1.NetworkPolicy {
	peers := map[string][]networkingv1.NetworkPolicyPeer{
		"https": k.Spec.NetworkPolicy.HTTPS, "http": k.Spec.NetworkPolicy.HTTP, "management": k.Spec.NetworkPolicy.Management,
	}
	rule := func(port int32, from []networkingv1.NetworkPolicyPeer) networkingv1.NetworkPolicyIngressRule {
		tcp, number := corev1.ProtocolTCP, intstr.FromInt32(port)
		return networkingv1.NetworkPolicyIngressRule{
			From: from, Ports: []networkingv1.NetworkPolicyPort{{Protocol: &tcp, Port: &number}},
		}
	}
	var rules []networkingv1.NetworkPolicyIngressRule
	for _, port := range listeners(k) {
		rules = append(rules, rule(port.Port, peers[port.Name]))
	}
	servers := []networkingv1.NetworkPolicyPeer{{PodSelector: &metav1.LabelSelector{MatchLabels: labels(k)}}}
	rules = append(rules, rule(discoveryPort, servers), rule(discoveryPort+50000, servers))
	return &networkingv1.NetworkPolicy{
		ObjectMeta: metav1.ObjectMeta{Name: k.Name + "-network-policy", Labels: labels(k)},
		Spec: networkingv1.NetworkPolicySpec{
			PodSelector: metav1.LabelSelector{MatchLabels: labels(k)},
			PolicyTypes: []networkingv1.PolicyType{networkingv1.PolicyTypeIngress},
			Ingress:     rules,
		},
	}
}

// statefulSet runs the servers; contents is a hash of all Secrets and ConfigMaps that they read, so that a change of
// one restarts them.
func statefulSet(k *Keycloak, defaultImage, contents string) (*appsv1.StatefulSet, error) {
	template := corev1.PodTemplateSpec{
		ObjectMeta: metav1.ObjectMeta{
			Labels:      podLabels(k),
			Annotations: map[string]string{"operator.keycloak.org/watched-hash": contents},
		},
		Spec: pod(k, defaultImage),
	}
	if k.Spec.Unsupported.PodTemplate != nil {
		var err error
		if template, err = merge(template, *k.Spec.Unsupported.PodTemplate); err != nil {
			return nil, err
		}
	}
	return &appsv1.StatefulSet{
		ObjectMeta: metav1.ObjectMeta{Name: k.Name, Labels: labels(k)},
		Spec: appsv1.StatefulSetSpec{
			Replicas: k.Spec.Instances, ServiceName: k.Name + "-discovery", PodManagementPolicy: appsv1.ParallelPodManagement,
			Selector: &metav1.LabelSelector{MatchLabels: labels(k)}, Template: template,
		},
	}, nil
}

func merge(template, patch corev1.PodTemplateSpec) (corev1.PodTemplateSpec, error) {
	var merged corev1.PodTemplateSpec
	// A container without a name is meant to be ours, and one that keeps the name keeps the image.
	for i := range patch.Spec.Containers {
		if patch.Spec.Containers[i].Name == "" {
			patch.Spec.Containers[i].Name = "keycloak"
		}
	}
	original, err := json.Marshal(template)
	if err != nil {
		return merged, err
	}
	change, err := json.Marshal(patch)
	if err != nil {
		return merged, err
	}
	// An absent list marshals as null, and null means removal in a patch.
	fields := map[string]any{}
	if err := json.Unmarshal(change, &fields); err != nil {
		return merged, err
	}
	if change, err = json.Marshal(withoutNulls(fields)); err != nil {
		return merged, err
	}
	data, err := strategicpatch.StrategicMergePatch(original, change, template)
	if err != nil {
		return merged, err
	}
	return merged, json.Unmarshal(data, &merged)
}

func withoutNulls(fields map[string]any) map[string]any {
	maps.DeleteFunc(fields, func(_ string, value any) bool { return value == nil })
	for _, value := range fields {
		if inner, isMap := value.(map[string]any); isMap {
			withoutNulls(inner)
		}
	}
	return fields
}

func pod(k *Keycloak, defaultImage string) corev1.PodSpec {
	no, yes, user := false, true, int64(1000)
	scheduling := k.Spec.Scheduling
	container := corev1.Container{
		Name:  "keycloak",
		Image: orDefault(k.Spec.Image, defaultImage),
		Args:  []string{"--verbose", "start"},
		Env:   environment(k),
		SecurityContext: &corev1.SecurityContext{
			AllowPrivilegeEscalation: &no, Capabilities: &corev1.Capabilities{Drop: []corev1.Capability{"ALL"}},
		},
		Resources: resources(k),
	}
	if k.Spec.StartOptimized == nil || *k.Spec.StartOptimized {
		container.Args = append(container.Args, "--optimized")
	}
	for _, port := range listeners(k) {
		container.Ports = append(container.Ports, corev1.ContainerPort{Name: port.Name, ContainerPort: port.Port, Protocol: corev1.ProtocolTCP})
	}
	container.StartupProbe = probe(k, "started", 600)
	container.ReadinessProbe = probe(k, "ready", 3)
	container.LivenessProbe = probe(k, "live", 3)
	volumes, mounts := volumes(k)
	container.VolumeMounts = mounts
	return corev1.PodSpec{
		Containers:       []corev1.Container{container},
		Volumes:          volumes,
		ImagePullSecrets: k.Spec.ImagePullSecrets,
		SecurityContext: &corev1.PodSecurityContext{
			RunAsNonRoot: &yes, RunAsUser: &user, FSGroup: &user,
			SeccompProfile: &corev1.SeccompProfile{Type: corev1.SeccompProfileTypeRuntimeDefault},
		},
		Affinity: scheduling.Affinity, PriorityClassName: scheduling.PriorityClassName,
		Tolerations: scheduling.Tolerations, TopologySpreadConstraints: scheduling.TopologySpreadConstraints,
	}
}

// resources are smaller than the real operator's by default (1700 Mi and 2 Gi): a whole platform is to fit a laptop.
func resources(k *Keycloak) corev1.ResourceRequirements {
	if k.Spec.Resources != nil {
		return *k.Spec.Resources
	}
	return corev1.ResourceRequirements{
		Requests: corev1.ResourceList{corev1.ResourceMemory: resource.MustParse("640Mi")},
		Limits:   corev1.ResourceList{corev1.ResourceMemory: resource.MustParse("1Gi")},
	}
}

func probe(k *Keycloak, path string, failures int32) *corev1.Probe {
	scheme := corev1.URISchemeHTTP
	if k.Spec.HTTP.TLSSecret != "" {
		scheme = corev1.URISchemeHTTPS
	}
	period := int32(10)
	if path == "started" {
		period = 1
	}
	return &corev1.Probe{
		ProbeHandler: corev1.ProbeHandler{HTTPGet: &corev1.HTTPGetAction{
			Path: "/health/" + path, Port: intstr.FromInt32(orDefault(k.Spec.Management.Port, 9000)), Scheme: scheme,
		}},
		PeriodSeconds: period, FailureThreshold: failures, SuccessThreshold: 1, TimeoutSeconds: 5,
	}
}

func volumes(k *Keycloak) ([]corev1.Volume, []corev1.VolumeMount) {
	var volumes []corev1.Volume
	var mounts []corev1.VolumeMount
	add := func(name, path string, source corev1.VolumeSource) {
		volumes = append(volumes, corev1.Volume{Name: name, VolumeSource: source})
		mounts = append(mounts, corev1.VolumeMount{Name: name, MountPath: path, ReadOnly: true})
	}
	if name := k.Spec.HTTP.TLSSecret; name != "" {
		add("keycloak-tls-certificates", certificates, corev1.VolumeSource{Secret: &corev1.SecretVolumeSource{SecretName: name}})
	}
	for _, name := range slices.Sorted(maps.Keys(k.Spec.Truststores)) {
		store := k.Spec.Truststores[name]
		if secret := store.Secret; secret != nil {
			add("truststore-secret-"+secret.Name, truststores+"/secret-"+secret.Name,
				corev1.VolumeSource{Secret: &corev1.SecretVolumeSource{SecretName: secret.Name, Optional: secret.Optional}})
		}
		if config := store.ConfigMap; config != nil {
			add("truststore-configmap-"+config.Name, truststores+"/configmap-"+config.Name,
				corev1.VolumeSource{ConfigMap: &corev1.ConfigMapVolumeSource{
					LocalObjectReference: corev1.LocalObjectReference{Name: config.Name}, Optional: config.Optional,
				}})
		}
	}
	return volumes, mounts
}
