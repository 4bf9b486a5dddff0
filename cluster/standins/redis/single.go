package redis

import (
	"context"
	"strings"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/controller/controllerutil"

	"nexus/standins/apply"
)

const manager = "redis-standin"

// Setup starts both controllers with the manager.
func Setup(m ctrl.Manager) error {
	pods, err := kubernetes.NewForConfig(m.GetConfig())
	if err != nil {
		return err
	}
	shared := controller{client: m.GetClient(), commands: commands{m.GetConfig(), pods}}
	if err := ctrl.NewControllerManagedBy(m).For(&Redis{}).Owns(&appsv1.StatefulSet{}).Owns(&corev1.Service{}).
		Complete(&single{shared}); err != nil {
		return err
	}
	return ctrl.NewControllerManagedBy(m).For(&RedisCluster{}).Owns(&appsv1.StatefulSet{}).Owns(&corev1.Service{}).
		Complete(&cluster{shared})
}

// controller is what both have in common.
type controller struct {
	client   client.Client
	commands commands
}

// place applies the servers and returns their StatefulSet as it is.
func (c controller) place(ctx context.Context, owner client.Object, s servers) (*appsv1.StatefulSet, error) {
	objects := s.objects()
	set := objects[len(objects)-1].(*appsv1.StatefulSet)
	existing := &appsv1.StatefulSet{}
	err := c.client.Get(ctx, client.ObjectKey{Namespace: owner.GetNamespace(), Name: s.name}, existing)
	if client.IgnoreNotFound(err) != nil {
		return nil, err
	}
	if err == nil { // like the real operator: what can't be changed is left as it is
		set.Spec.VolumeClaimTemplates = existing.Spec.VolumeClaimTemplates
		for i := range set.Spec.VolumeClaimTemplates {
			set.Spec.VolumeClaimTemplates[i].Status = corev1.PersistentVolumeClaimStatus{}
		}
	}
	return set, apply.Owned(ctx, c.client, manager, owner, objects...)
}

// configure sets the dynamic configuration on every server of the StatefulSet.
func (c controller) configure(ctx context.Context, s servers, pods []corev1.Pod) error {
	if s.perRole.Config == nil {
		return nil
	}
	for _, pod := range pods {
		for _, line := range s.perRole.Config.DynamicConfig {
			key, value, _ := strings.Cut(line, " ")
			if _, err := c.commands.cli(ctx, pod.Namespace, pod.Name, s.name, "CONFIG", "SET", key, value); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c controller) pods(ctx context.Context, namespace string, s servers) ([]corev1.Pod, error) {
	pods := &corev1.PodList{}
	err := c.client.List(ctx, pods, client.InNamespace(namespace), client.MatchingLabels(s.identity()))
	return pods.Items, err
}

// finalize handles deletion: true when the resource is on its way out and nothing else is to be done.
func (c controller) finalize(ctx context.Context, owner client.Object, finalizer string, keep bool, all ...servers) (bool, error) {
	if owner.GetDeletionTimestamp().IsZero() {
		before := owner.DeepCopyObject().(client.Object)
		if !controllerutil.AddFinalizer(owner, finalizer) {
			return false, nil
		}
		return false, c.client.Patch(ctx, owner, client.MergeFrom(before))
	}
	for _, s := range all {
		if keep {
			break
		}
		if err := c.client.DeleteAllOf(ctx, &corev1.PersistentVolumeClaim{}, client.InNamespace(owner.GetNamespace()),
			client.MatchingLabels(s.identity())); err != nil {
			return true, err
		}
	}
	before := owner.DeepCopyObject().(client.Object)
	if !controllerutil.RemoveFinalizer(owner, finalizer) {
		return true, nil
	}
	return true, client.IgnoreNotFound(c.client.Patch(ctx, owner, client.MergeFrom(before)))
}

func keepsData(storage *Storage) bool { return storage != nil && storage.KeepAfterDelete }

// single reconciles a Redis.
type single struct{ controller }

func (r *single) Reconcile(ctx context.Context, request ctrl.Request) (ctrl.Result, error) {
	redis := &Redis{}
	if err := r.client.Get(ctx, request.NamespacedName, redis); err != nil {
		return ctrl.Result{}, client.IgnoreNotFound(err)
	}
	s := servers{
		name: redis.Name, role: "standalone", replicas: 1,
		resources:  redis.Spec.Kubernetes.Resources,
		persistent: redis.Spec.Storage != nil && redis.Spec.Storage.VolumeClaimTemplate != nil,
		shared:     redis.Spec.Shared, perRole: redis.Spec.PerRole, owner: redis.ObjectMeta,
	}
	if done, err := r.finalize(ctx, redis, "redisFinalizer", keepsData(redis.Spec.Storage), s); done || err != nil {
		return ctrl.Result{}, err
	}
	set, err := r.place(ctx, redis, s)
	if err != nil || !settled(set) {
		return ctrl.Result{}, err
	}
	pods, err := r.pods(ctx, redis.Namespace, s)
	if err != nil {
		return ctrl.Result{}, err
	}
	return ctrl.Result{RequeueAfter: time.Minute}, r.configure(ctx, s, pods)
}
