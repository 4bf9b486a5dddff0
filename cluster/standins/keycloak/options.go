package keycloak

import (
	"strconv"
	"strings"

	corev1 "k8s.io/api/core/v1"
)

const (
	certificates = "/mnt/certificates"
	truststores  = "/opt/keycloak/conf/truststores"
)

func orDefault[T comparable](value, otherwise T) T {
	var zero T
	if value == zero {
		return otherwise
	}
	return value
}

// environment are the options of the server as variables KC_*; a first-class field beats a free one.
func environment(k *Keycloak) []corev1.EnvVar {
	spec := k.Spec
	env := variables{}
	env.set("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m")
	for _, option := range spec.AdditionalOptions {
		env.option("KC_"+strings.ToUpper(strings.ReplaceAll(option.Name, "-", "_")), option)
	}
	for _, option := range spec.Env {
		env.option(option.Name, option)
	}
	env.set("KC_HEALTH_ENABLED", "true")
	env.field("POD_IP", "status.podIP")
	env.set("KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS", "$(POD_IP)")
	env.http(spec)
	env.hostname(spec.Hostname)
	if spec.DB != nil {
		env.database(*spec.DB)
	}
	env.set("KC_PROXY_HEADERS", spec.Proxy.Headers)
	env.set("KC_FEATURES", strings.Join(spec.Features.Enabled, ","))
	env.set("KC_FEATURES_DISABLED", strings.Join(spec.Features.Disabled, ","))
	admin := administrator(k)
	if spec.BootstrapAdmin.Service != nil && spec.BootstrapAdmin.Service.Secret != "" {
		env.secret("KC_BOOTSTRAP_ADMIN_CLIENT_ID", key(spec.BootstrapAdmin.Service.Secret, "client-id"))
		env.secret("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", key(spec.BootstrapAdmin.Service.Secret, "client-secret"))
	}
	if admin != "" {
		env.secret("KC_BOOTSTRAP_ADMIN_USERNAME", key(admin, "username"))
		env.secret("KC_BOOTSTRAP_ADMIN_PASSWORD", key(admin, "password"))
	}
	return env.list
}

// administrator is the Secret of the first user: the one named, none when only a service is, else the generated one.
func administrator(k *Keycloak) string {
	given := k.Spec.BootstrapAdmin
	switch {
	case given.User != nil && given.User.Secret != "":
		return given.User.Secret
	case given.Service != nil && given.Service.Secret != "":
		return ""
	default:
		return k.Name + "-initial-admin"
	}
}

func key(secret, name string) *corev1.SecretKeySelector {
	return &corev1.SecretKeySelector{LocalObjectReference: corev1.LocalObjectReference{Name: secret}, Key: name}
}

// variables keeps the last setting of each name, and skips empty ones.
type variables struct{ list []corev1.EnvVar }

func (v *variables) put(variable corev1.EnvVar) {
	for i := range v.list {
		if v.list[i].Name == variable.Name {
			v.list[i] = variable
			return
		}
	}
	v.list = append(v.list, variable)
}

func (v *variables) set(name, value string) {
	if value != "" {
		v.put(corev1.EnvVar{Name: name, Value: value})
	}
}

func (v *variables) number(name string, value int32) {
	if value != 0 {
		v.set(name, strconv.Itoa(int(value)))
	}
}

func (v *variables) boolean(name string, value *bool) {
	if value != nil {
		v.set(name, strconv.FormatBool(*value))
	}
}

func (v *variables) secret(name string, selector *corev1.SecretKeySelector) {
	if selector != nil {
		v.put(corev1.EnvVar{Name: name, ValueFrom: &corev1.EnvVarSource{SecretKeyRef: selector}})
	}
}

func (v *variables) field(name, path string) {
	v.put(corev1.EnvVar{Name: name, ValueFrom: &corev1.EnvVarSource{FieldRef: &corev1.ObjectFieldSelector{APIVersion: "v1", FieldPath: path}}})
}

func (v *variables) option(name string, option Option) {
	v.set(name, option.Value)
	v.secret(name, option.Secret)
}

func (v *variables) http(spec Spec) {
	v.set("KC_HTTP_ENABLED", strconv.FormatBool(spec.HTTP.HTTPEnabled))
	v.number("KC_HTTP_PORT", orDefault(spec.HTTP.HTTPPort, 8080))
	v.number("KC_HTTP_MANAGEMENT_PORT", orDefault(spec.Management.Port, 9000))
	if spec.HTTP.TLSSecret != "" {
		v.number("KC_HTTPS_PORT", orDefault(spec.HTTP.HTTPSPort, 8443))
		v.set("KC_HTTPS_CERTIFICATE_FILE", certificates+"/tls.crt")
		v.set("KC_HTTPS_CERTIFICATE_KEY_FILE", certificates+"/tls.key")
	}
}

func (v *variables) hostname(hostname Hostname) {
	v.set("KC_HOSTNAME", hostname.Hostname)
	v.set("KC_HOSTNAME_ADMIN", hostname.Admin)
	v.boolean("KC_HOSTNAME_STRICT", hostname.Strict)
	v.boolean("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", hostname.BackchannelDynamic)
}

func (v *variables) database(db Database) {
	v.set("KC_DB", db.Vendor)
	v.set("KC_DB_URL", db.URL)
	v.set("KC_DB_URL_HOST", db.Host)
	v.number("KC_DB_URL_PORT", db.Port)
	v.set("KC_DB_URL_DATABASE", db.Database)
	v.set("KC_DB_SCHEMA", db.Schema)
	v.secret("KC_DB_USERNAME", db.UsernameSecret)
	v.secret("KC_DB_PASSWORD", db.PasswordSecret)
	v.number("KC_DB_POOL_INITIAL_SIZE", db.PoolInitial)
	v.number("KC_DB_POOL_MIN_SIZE", db.PoolMin)
	v.number("KC_DB_POOL_MAX_SIZE", db.PoolMax)
}
