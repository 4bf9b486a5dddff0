// Package redis stands in for redis-operator: custom resources Redis and RedisCluster of
// redis.redis.opstreelabs.in/v1beta2, with the generated names, labels, finalizers and status of v0.26.
// Of the fields, only those below have an effect.
package redis

import (
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"

	"nexus/standins/apply"
)

var group = schema.GroupVersion{Group: "redis.redis.opstreelabs.in", Version: "v1beta2"}

// AddToScheme registers the custom resources.
func AddToScheme(scheme *runtime.Scheme) error {
	scheme.AddKnownTypes(group, &Redis{}, &RedisList{}, &RedisCluster{}, &RedisClusterList{})
	metav1.AddToGroupVersion(scheme, group)
	return nil
}

// Redis is one server. Its status stays empty, as the real operator leaves it.
type Redis struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
	Spec              RedisSpec `json:"spec"`
}

// RedisList is what the API lists.
type RedisList struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ListMeta `json:"metadata,omitempty"`
	Items           []Redis `json:"items"`
}

// RedisCluster is a leader and a follower StatefulSet that form one Redis cluster.
type RedisCluster struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
	Spec              RedisClusterSpec   `json:"spec"`
	Status            RedisClusterStatus `json:"status,omitzero"`
}

// RedisClusterList is what the API lists.
type RedisClusterList struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ListMeta `json:"metadata,omitempty"`
	Items           []RedisCluster `json:"items"`
}

// RedisSpec of a single server.
type RedisSpec struct {
	Shared  `json:",inline"`
	PerRole `json:",inline"`
}

// RedisClusterSpec of a cluster; replicas of a role default to the cluster's size.
type RedisClusterSpec struct {
	Shared             `json:",inline"`
	ClusterSize        *int32                       `json:"clusterSize,omitempty"`
	PersistenceEnabled bool                         `json:"persistenceEnabled,omitempty"`
	Resources          *corev1.ResourceRequirements `json:"resources,omitempty"`
	Leader             PerRole                      `json:"redisLeader,omitempty"`
	Follower           PerRole                      `json:"redisFollower,omitempty"`
}

// Shared fields of both resources.
type Shared struct {
	Kubernetes         KubernetesConfig           `json:"kubernetesConfig"`
	Storage            *Storage                   `json:"storage,omitempty"`
	TLS                *TLS                       `json:"TLS,omitempty"`
	PodSecurityContext *corev1.PodSecurityContext `json:"podSecurityContext,omitempty"`
	Env                []corev1.EnvVar            `json:"env,omitempty"`
	ServiceAccountName *string                    `json:"serviceAccountName,omitempty"`
	PriorityClassName  string                     `json:"priorityClassName,omitempty"`
}

// PerRole fields stand at the top of a Redis and in each role of a RedisCluster.
type PerRole struct {
	Replicas                  *int32                            `json:"replicas,omitempty"`
	Config                    *Config                           `json:"redisConfig,omitempty"`
	SecurityContext           *corev1.SecurityContext           `json:"securityContext,omitempty"`
	Affinity                  *corev1.Affinity                  `json:"affinity,omitempty"`
	Tolerations               []corev1.Toleration               `json:"tolerations,omitempty"`
	NodeSelector              map[string]string                 `json:"nodeSelector,omitempty"`
	TopologySpreadConstraints []corev1.TopologySpreadConstraint `json:"topologySpreadConstraints,omitempty"`
	ReadinessProbe            *corev1.Probe                     `json:"readinessProbe,omitempty"`
	LivenessProbe             *corev1.Probe                     `json:"livenessProbe,omitempty"`
	PDB                       *PDB                              `json:"pdb,omitempty"`
}

// KubernetesConfig says what a pod runs; Secret holds the password.
type KubernetesConfig struct {
	Image             string                        `json:"image"`
	ImagePullPolicy   corev1.PullPolicy             `json:"imagePullPolicy,omitempty"`
	ImagePullSecrets  []corev1.LocalObjectReference `json:"imagePullSecrets,omitempty"`
	Resources         *corev1.ResourceRequirements  `json:"resources,omitempty"`
	Secret            *SecretKey                    `json:"redisSecret,omitempty"`
	IgnoreAnnotations []string                      `json:"ignoreAnnotations,omitempty"`
	MinReadySeconds   int32                         `json:"minReadySeconds,omitempty"`
}

// SecretKey is a key of a Secret of the same namespace.
type SecretKey struct {
	Name string `json:"name"`
	Key  string `json:"key"`
}

// Config of the server; DynamicConfig lines ("maxmemory-policy allkeys-lru") are set at run time.
type Config struct {
	AdditionalRedisConfig   *string  `json:"additionalRedisConfig,omitempty"`
	DynamicConfig           []string `json:"dynamicConfig,omitempty"`
	MaxMemoryPercentOfLimit *int64   `json:"maxMemoryPercentOfLimit,omitempty"`
}

// Storage of the data and, in a cluster that wants it, of nodes.conf.
type Storage struct {
	KeepAfterDelete             bool                          `json:"keepAfterDelete,omitempty"`
	VolumeClaimTemplate         *corev1.PersistentVolumeClaim `json:"volumeClaimTemplate,omitempty"`
	NodeConfVolume              bool                          `json:"nodeConfVolume,omitempty"`
	NodeConfVolumeClaimTemplate *corev1.PersistentVolumeClaim `json:"nodeConfVolumeClaimTemplate,omitempty"`
}

// TLS names a Secret and the files in it.
type TLS struct {
	CA     string                    `json:"ca,omitempty"`
	Cert   string                    `json:"cert,omitempty"`
	Key    string                    `json:"key,omitempty"`
	Secret corev1.SecretVolumeSource `json:"secret"`
}

// PDB of a role.
type PDB struct {
	Enabled        bool   `json:"enabled,omitempty"`
	MinAvailable   *int32 `json:"minAvailable,omitempty"`
	MaxUnavailable *int32 `json:"maxUnavailable,omitempty"`
}

// RedisClusterStatus as the real operator reports it; only State Ready means that the cluster serves.
type RedisClusterStatus struct {
	State                 State  `json:"state,omitempty"`
	Reason                string `json:"reason,omitempty"`
	ReadyLeaderReplicas   int32  `json:"readyLeaderReplicas"`
	ReadyFollowerReplicas int32  `json:"readyFollowerReplicas"`
}

// State of a RedisCluster.
type State string

// Initializing: pods start. Bootstrap: the cluster is formed or repaired. Failed: it needs a person.
const (
	Initializing State = "Initializing"
	Bootstrap    State = "Bootstrap"
	Ready        State = "Ready"
	Failed       State = "Failed"
)

func (r *Redis) DeepCopyObject() runtime.Object            { return apply.Copy(r) }
func (r *RedisList) DeepCopyObject() runtime.Object        { return apply.Copy(r) }
func (r *RedisCluster) DeepCopyObject() runtime.Object     { return apply.Copy(r) }
func (r *RedisClusterList) DeepCopyObject() runtime.Object { return apply.Copy(r) }
