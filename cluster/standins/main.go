// Command standins is test equipment: it serves the custom resources of redis-operator and of the Keycloak operator
// where those two can't be had, and runs a real Redis and a real Keycloak for them.
package main

import (
	"flag"
	"fmt"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/klog/v2"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/metrics/server"

	"nexus/standins/keycloak"
	"nexus/standins/redis"
)

func main() {
	keycloakImage := flag.String("keycloak-image", "", "what a Keycloak without spec.image runs")
	flag.Parse() // --kubeconfig is controller-runtime's
	ctrl.SetLogger(klog.NewKlogr())
	if err := run(*keycloakImage); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(keycloakImage string) error {
	types := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{scheme.AddToScheme, redis.AddToScheme, keycloak.AddToScheme} {
		if err := add(types); err != nil {
			return err
		}
	}
	manager, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{
		Scheme:  types,
		Metrics: server.Options{BindAddress: "0"},
	})
	if err != nil {
		return err
	}
	if err := redis.Setup(manager); err != nil {
		return err
	}
	if err := keycloak.Setup(manager, keycloakImage); err != nil {
		return err
	}
	return manager.Start(ctrl.SetupSignalHandler())
}
