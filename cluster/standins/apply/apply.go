// Package apply holds what both stand-ins do with objects.
package apply

import (
	"context"
	"encoding/json"

	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/apiutil"
)

// Owned makes the objects exist as given, as the owner's, by server-side apply.
func Owned(ctx context.Context, c client.Client, manager string, owner client.Object, objects ...client.Object) error {
	for _, object := range objects {
		kind, err := apiutil.GVKForObject(object, c.Scheme())
		if err != nil {
			return err
		}
		object.GetObjectKind().SetGroupVersionKind(kind)
		object.SetNamespace(owner.GetNamespace())
		if err := ctrl.SetControllerReference(owner, object, c.Scheme()); err != nil {
			return err
		}
		if err := c.Patch(ctx, object, client.Apply, client.FieldOwner(manager), client.ForceOwnership); err != nil {
			return err
		}
	}
	return nil
}

// Copy is the DeepCopy of types that are nothing but their JSON.
func Copy[T any](from *T) *T {
	data, err := json.Marshal(from)
	if err != nil {
		panic(err)
	}
	to := new(T)
	if err := json.Unmarshal(data, to); err != nil {
		panic(err)
	}
	return to
}
