// Package keycloak stands in for the Keycloak operator 26: custom resource Keycloak of k8s.keycloak.org, with the
// generated names, labels and conditions of the real one. Of the fields, only those below have an effect.
package keycloak

import (
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"

	"nexus/standins/apply"
)

var group = schema.GroupVersion{Group: "k8s.keycloak.org", Version: "v2beta1"}

// AddToScheme registers the custom resource in its storage version; v2alpha1 has the same schema.
func AddToScheme(scheme *runtime.Scheme) error {
	scheme.AddKnownTypes(group, &Keycloak{}, &KeycloakList{})
	metav1.AddToGroupVersion(scheme, group)
	return nil
}

// Keycloak is a group of servers on one database.
type Keycloak struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
	Spec              Spec   `json:"spec"`
	Status            Status `json:"status,omitzero"`
}

// KeycloakList is what the API lists.
type KeycloakList struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ListMeta `json:"metadata,omitempty"`
	Items           []Keycloak `json:"items"`
}

// Spec of a Keycloak.
type Spec struct {
	Instances         *int32                        `json:"instances,omitempty"`
	Image             string                        `json:"image,omitempty"`
	ImagePullSecrets  []corev1.LocalObjectReference `json:"imagePullSecrets,omitempty"`
	StartOptimized    *bool                         `json:"startOptimized,omitempty"`
	DB                *Database                     `json:"db,omitempty"`
	HTTP              HTTP                          `json:"http,omitempty"`
	Hostname          Hostname                      `json:"hostname,omitempty"`
	Proxy             Proxy                         `json:"proxy,omitempty"`
	Management        Management                    `json:"httpManagement,omitempty"`
	Features          Features                      `json:"features,omitempty"`
	NetworkPolicy     NetworkPolicy                 `json:"networkPolicy,omitempty"`
	AdditionalOptions []Option                      `json:"additionalOptions,omitempty"`
	Env               []Option                      `json:"env,omitempty"`
	Truststores       map[string]Truststore         `json:"truststores,omitempty"`
	BootstrapAdmin    BootstrapAdmin                `json:"bootstrapAdmin,omitempty"`
	Resources         *corev1.ResourceRequirements  `json:"resources,omitempty"`
	Scheduling        Scheduling                    `json:"scheduling,omitempty"`
	Unsupported       Unsupported                   `json:"unsupported,omitempty"`
}

// Database to connect to; URL overrules host, port and database.
type Database struct {
	Vendor         string                    `json:"vendor,omitempty"`
	Host           string                    `json:"host,omitempty"`
	Port           int32                     `json:"port,omitempty"`
	Database       string                    `json:"database,omitempty"`
	Schema         string                    `json:"schema,omitempty"`
	URL            string                    `json:"url,omitempty"`
	UsernameSecret *corev1.SecretKeySelector `json:"usernameSecret,omitempty"`
	PasswordSecret *corev1.SecretKeySelector `json:"passwordSecret,omitempty"`
	PoolInitial    int32                     `json:"poolInitialSize,omitempty"`
	PoolMin        int32                     `json:"poolMinSize,omitempty"`
	PoolMax        int32                     `json:"poolMaxSize,omitempty"`
}

// HTTP listeners.
type HTTP struct {
	TLSSecret   string `json:"tlsSecret,omitempty"`
	HTTPEnabled bool   `json:"httpEnabled,omitempty"`
	HTTPPort    int32  `json:"httpPort,omitempty"`
	HTTPSPort   int32  `json:"httpsPort,omitempty"`
}

// Hostname options of version 2.
type Hostname struct {
	Hostname           string `json:"hostname,omitempty"`
	Admin              string `json:"admin,omitempty"`
	Strict             *bool  `json:"strict,omitempty"`
	BackchannelDynamic *bool  `json:"backchannelDynamic,omitempty"`
}

// Proxy in front.
type Proxy struct {
	Headers string `json:"headers,omitempty"`
}

// Management listener: health and metrics.
type Management struct {
	Port int32 `json:"port,omitempty"`
}

// Features to switch.
type Features struct {
	Enabled  []string `json:"enabled,omitempty"`
	Disabled []string `json:"disabled,omitempty"`
}

// NetworkPolicy is made unless disabled; the lists say who may come in, nobody listed means everybody.
type NetworkPolicy struct {
	Enabled    *bool                            `json:"enabled,omitempty"`
	HTTP       []networkingv1.NetworkPolicyPeer `json:"http,omitempty"`
	HTTPS      []networkingv1.NetworkPolicyPeer `json:"https,omitempty"`
	Management []networkingv1.NetworkPolicyPeer `json:"management,omitempty"`
}

// Option is a server option ("log-level") or an environment variable, by value or from a Secret.
type Option struct {
	Name   string                    `json:"name"`
	Value  string                    `json:"value,omitempty"`
	Secret *corev1.SecretKeySelector `json:"secret,omitempty"`
}

// Truststore is a Secret or a ConfigMap of certificates.
type Truststore struct {
	Secret    *Reference `json:"secret,omitempty"`
	ConfigMap *Reference `json:"configMap,omitempty"`
}

// Reference to a Secret or ConfigMap.
type Reference struct {
	Name     string `json:"name"`
	Optional *bool  `json:"optional,omitempty"`
}

// BootstrapAdmin names Secrets with the first administrator; used at the first start only.
type BootstrapAdmin struct {
	User    *BootstrapSecret `json:"user,omitempty"`
	Service *BootstrapSecret `json:"service,omitempty"`
}

// BootstrapSecret has keys username and password, or client-id and client-secret.
type BootstrapSecret struct {
	Secret string `json:"secret,omitempty"`
}

// Scheduling of pods.
type Scheduling struct {
	Affinity                  *corev1.Affinity                  `json:"affinity,omitempty"`
	PriorityClassName         string                            `json:"priorityClassName,omitempty"`
	Tolerations               []corev1.Toleration               `json:"tolerations,omitempty"`
	TopologySpreadConstraints []corev1.TopologySpreadConstraint `json:"topologySpreadConstraints,omitempty"`
}

// Unsupported is a pod template that is merged into the generated one.
type Unsupported struct {
	PodTemplate *corev1.PodTemplateSpec `json:"podTemplate,omitempty"`
}

// Status as the real operator reports it.
type Status struct {
	Selector           string      `json:"selector,omitempty"`
	Instances          int32       `json:"instances"`
	ObservedGeneration int64       `json:"observedGeneration,omitempty"`
	Conditions         []Condition `json:"conditions,omitempty"`
}

// Condition has no reason here, unlike elsewhere.
type Condition struct {
	Type               string                 `json:"type"`
	Status             metav1.ConditionStatus `json:"status"`
	Message            string                 `json:"message"`
	LastTransitionTime metav1.Time            `json:"lastTransitionTime"`
	ObservedGeneration int64                  `json:"observedGeneration"`
}

func (k *Keycloak) DeepCopyObject() runtime.Object     { return apply.Copy(k) }
func (k *KeycloakList) DeepCopyObject() runtime.Object { return apply.Copy(k) }
