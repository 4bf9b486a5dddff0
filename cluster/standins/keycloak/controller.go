package keycloak

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"

	"nexus/standins/apply"
)

const manager = "keycloak-standin"

// Setup starts the controller with the manager; image is what a Keycloak without one runs.
func Setup(m ctrl.Manager, image string) error {
	return ctrl.NewControllerManagedBy(m).For(&Keycloak{}).
		Owns(&appsv1.StatefulSet{}).Owns(&corev1.Service{}).Owns(&networkingv1.NetworkPolicy{}).
		Complete(&controller{m.GetClient(), m.GetAPIReader(), image})
}

type controller struct {
	client client.Client
	live   client.Reader // Secrets and ConfigMaps are read without a cache: they are many, and ours few
	image  string
}

func (r *controller) Reconcile(ctx context.Context, request ctrl.Request) (ctrl.Result, error) {
	k := &Keycloak{}
	if err := r.client.Get(ctx, request.NamespacedName, k); err != nil {
		return ctrl.Result{}, client.IgnoreNotFound(err)
	}
	if !k.DeletionTimestamp.IsZero() {
		return ctrl.Result{}, nil
	}
	if k.Spec.Instances == nil { // the real operator writes its default into the spec, too
		before, one := apply.Copy(k), int32(1)
		k.Spec.Instances = &one
		return ctrl.Result{}, r.client.Patch(ctx, k, client.MergeFrom(before))
	}
	set, problem := r.place(ctx, k)
	before := apply.Copy(k)
	k.Status = observe(k, set, problem, metav1.Now())
	if changed(before.Status, k.Status) {
		if err := r.client.Status().Patch(ctx, k, client.MergeFrom(before)); err != nil {
			return ctrl.Result{}, err
		}
	}
	if problem != nil {
		return ctrl.Result{RequeueAfter: 5 * time.Second}, nil
	}
	return ctrl.Result{RequeueAfter: time.Minute}, nil // Secrets are not watched but looked at
}

// place applies everything and returns the StatefulSet as it is.
func (r *controller) place(ctx context.Context, k *Keycloak) (*appsv1.StatefulSet, error) {
	if err := r.initialAdmin(ctx, k); err != nil {
		return nil, err
	}
	contents, err := r.contents(ctx, k)
	if err != nil {
		return nil, err
	}
	set, err := statefulSet(k, r.image, contents)
	if err != nil {
		return nil, err
	}
	return set, apply.Owned(ctx, r.client, manager, k, append(network(k), set)...)
}

// initialAdmin generates the first administrator's password unless the user gave one, or it exists.
func (r *controller) initialAdmin(ctx context.Context, k *Keycloak) error {
	name := k.Name + "-initial-admin"
	if administrator(k) != name {
		return nil
	}
	secret := &corev1.Secret{
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: k.Namespace, Labels: labels(k)},
		Type:       corev1.SecretTypeBasicAuth,
		StringData: map[string]string{"username": "temp-admin", "password": rand.Text()},
	}
	if err := ctrl.SetControllerReference(k, secret, r.client.Scheme()); err != nil {
		return err
	}
	if err := r.client.Create(ctx, secret); !apierrors.IsAlreadyExists(err) {
		return err
	}
	return nil
}

// contents hashes the Secrets and ConfigMaps that the servers read; a missing one is an error that names it.
func (r *controller) contents(ctx context.Context, k *Keycloak) (string, error) {
	if k.Spec.HTTP.TLSSecret == "" && !k.Spec.HTTP.HTTPEnabled {
		return "", errors.New("neither http.tlsSecret nor http.httpEnabled is set: no port to listen on")
	}
	hash := sha256.New()
	for _, object := range references(k) {
		if err := r.live.Get(ctx, client.ObjectKeyFromObject(object), object); err != nil {
			return "", err
		}
		var data any
		switch read := object.(type) {
		case *corev1.Secret:
			data = read.Data
		case *corev1.ConfigMap:
			data = read.Data
		}
		if err := json.NewEncoder(hash).Encode(data); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// references are the Secrets and ConfigMaps that the servers read, without their contents, in a fixed order.
func references(k *Keycloak) []client.Object {
	var objects []client.Object
	called := func(name string) metav1.ObjectMeta { return metav1.ObjectMeta{Namespace: k.Namespace, Name: name} }
	secret := func(name string) { objects = append(objects, &corev1.Secret{ObjectMeta: called(name)}) }
	if name := k.Spec.HTTP.TLSSecret; name != "" {
		secret(name)
	}
	if db := k.Spec.DB; db != nil {
		for _, selector := range []*corev1.SecretKeySelector{db.UsernameSecret, db.PasswordSecret} {
			if selector != nil {
				secret(selector.Name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(k.Spec.Truststores)) {
		store := k.Spec.Truststores[name]
		if store.Secret != nil {
			secret(store.Secret.Name)
		}
		if store.ConfigMap != nil {
			objects = append(objects, &corev1.ConfigMap{ObjectMeta: called(store.ConfigMap.Name)})
		}
	}
	return objects
}
