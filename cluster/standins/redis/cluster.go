package redis

import (
	"context"
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"

	"nexus/standins/apply"
)

const slots = "16384"

// cluster reconciles a RedisCluster: leaders, then followers, then a cluster of them.
type cluster struct{ controller }

func (r *cluster) Reconcile(ctx context.Context, request ctrl.Request) (ctrl.Result, error) {
	redis := &RedisCluster{}
	if err := r.client.Get(ctx, request.NamespacedName, redis); err != nil {
		return ctrl.Result{}, client.IgnoreNotFound(err)
	}
	leaders, followers := role(redis, "leader", redis.Spec.Leader), role(redis, "follower", redis.Spec.Follower)
	if done, err := r.finalize(ctx, redis, "redisClusterFinalizer", keepsData(redis.Spec.Storage), leaders, followers); done || err != nil {
		return ctrl.Result{}, err
	}
	status, err := r.settle(ctx, redis, leaders, followers)
	if status != redis.Status {
		before := apply.Copy(redis)
		redis.Status = status
		if err := r.client.Status().Patch(ctx, redis, client.MergeFrom(before)); err != nil {
			return ctrl.Result{}, err
		}
	}
	if status.State == Ready {
		return ctrl.Result{RequeueAfter: 30 * time.Second}, err
	}
	return ctrl.Result{RequeueAfter: 3 * time.Second}, err
}

func role(redis *RedisCluster, name string, perRole PerRole) servers {
	replicas := int32(3)
	if redis.Spec.ClusterSize != nil {
		replicas = *redis.Spec.ClusterSize
	}
	if perRole.Replicas != nil {
		replicas = *perRole.Replicas
	}
	resources := redis.Spec.Resources
	if resources == nil {
		resources = redis.Spec.Kubernetes.Resources
	}
	storage := redis.Spec.Storage
	return servers{
		name: redis.Name + "-" + name, cluster: redis.Name, role: name, replicas: replicas, resources: resources,
		persistent: redis.Spec.PersistenceEnabled && storage != nil && storage.VolumeClaimTemplate != nil,
		shared:     redis.Spec.Shared, perRole: perRole, owner: redis.ObjectMeta,
	}
}

// settle takes the next step and says how far it has come.
func (r *cluster) settle(ctx context.Context, redis *RedisCluster, leaders, followers servers) (RedisClusterStatus, error) {
	status := RedisClusterStatus{State: Initializing, Reason: "RedisCluster is initializing leaders"}
	set, err := r.place(ctx, redis, leaders)
	if err != nil {
		return status, err
	}
	status.ReadyLeaderReplicas = set.Status.ReadyReplicas
	if err := apply.Owned(ctx, r.client, manager, redis, masterService(leaders)); err != nil || !settled(set) {
		return status, err
	}
	status.Reason = "RedisCluster is initializing followers"
	if set, err = r.place(ctx, redis, followers); err != nil {
		return status, err
	}
	status.ReadyFollowerReplicas = set.Status.ReadyReplicas
	if !settled(set) {
		return status, nil
	}
	members, err := r.members(ctx, redis.Namespace, leaders, followers)
	if err != nil {
		return status, err
	}
	status.State, status.Reason = Bootstrap, "RedisCluster is bootstrapping"
	formed, err := r.form(ctx, members)
	if err == nil && formed {
		status.State, status.Reason = Ready, "RedisCluster is ready"
	}
	return status, err
}

// masterService selects the pods that are leaders now, whatever their StatefulSet.
func masterService(leaders servers) *corev1.Service {
	return &corev1.Service{
		ObjectMeta: metav1.ObjectMeta{Name: leaders.cluster + "-master", Labels: leaders.labels()},
		Spec: corev1.ServiceSpec{
			Selector: map[string]string{"cluster": leaders.cluster, "redis-role": "master"},
			Ports:    []corev1.ServicePort{{Name: "redis-client", Port: port, TargetPort: intstr.FromInt32(port), Protocol: corev1.ProtocolTCP}},
		},
	}
}

// member is a pod, and the id that its server has in the cluster.
type member struct {
	pod    corev1.Pod
	of     servers
	id     string
	leader bool // by its StatefulSet
}

func (m member) address() string { return net.JoinHostPort(m.pod.Status.PodIP, strconv.Itoa(port)) }

func (r *cluster) members(ctx context.Context, namespace string, roles ...servers) ([]member, error) {
	var members []member
	for _, s := range roles {
		pods, err := r.pods(ctx, namespace, s)
		if err != nil {
			return nil, err
		}
		slices.SortFunc(pods, func(a, b corev1.Pod) int { return strings.Compare(a.Name, b.Name) })
		if err := r.configure(ctx, s, pods); err != nil {
			return nil, err
		}
		for _, pod := range pods {
			id, err := r.commands.cli(ctx, namespace, pod.Name, s.name, "CLUSTER", "MYID")
			if err != nil {
				return nil, err
			}
			members = append(members, member{pod, s, strings.TrimSpace(id), s.role == "leader"})
		}
	}
	return members, nil
}

// form makes one cluster of the members: true when it is one.
func (r *cluster) form(ctx context.Context, members []member) (bool, error) {
	first := members[0]
	ask := func(arguments ...string) (string, error) {
		return r.commands.cli(ctx, first.pod.Namespace, first.pod.Name, first.of.name, arguments...)
	}
	reply, err := ask("CLUSTER", "INFO")
	if err != nil {
		return false, err
	}
	info := parseInfo(reply)
	if info["cluster_slots_assigned"] == "0" && info["cluster_known_nodes"] == "1" {
		create := []string{"--cluster", "create"}
		for _, m := range members {
			if m.leader {
				create = append(create, m.address())
			}
		}
		_, err := ask(append(create, "--cluster-yes")...)
		return false, err
	}
	if reply, err = ask("CLUSTER", "NODES"); err != nil {
		return false, err
	}
	nodes := parseNodes(reply)
	whole := info["cluster_state"] == "ok" && info["cluster_slots_assigned"] == slots
	for i, m := range members {
		known, isMember := nodes[m.id]
		switch {
		case !isMember && whole:
			leader := members[i%countLeaders(members)]
			if _, err := ask("--cluster", "add-node", m.address(), first.address(), "--cluster-slave", "--cluster-master-id", leader.id); err != nil {
				return false, err
			}
			return false, nil // one at a time: the next joins what this one has become part of
		case !isMember || !known.connected || known.address != m.pod.Status.PodIP:
			// After a restart of all pods nobody is at the address that the others remember.
			if _, err := ask("CLUSTER", "MEET", m.pod.Status.PodIP, strconv.Itoa(port)); err != nil {
				return false, err
			}
			whole = false
		}
	}
	if !whole || len(nodes) < len(members) {
		return false, nil
	}
	return true, r.labelRoles(ctx, members, nodes)
}

func countLeaders(members []member) int {
	count := 0
	for _, m := range members {
		if m.leader {
			count++
		}
	}
	return count
}

// labelRoles puts on each pod what its server is now.
func (r *cluster) labelRoles(ctx context.Context, members []member, nodes map[string]node) error {
	for _, m := range members {
		role := "slave"
		if nodes[m.id].leader {
			role = "master"
		}
		if m.pod.Labels["redis-role"] == role {
			continue
		}
		before := m.pod.DeepCopy()
		m.pod.Labels["redis-role"] = role
		if err := r.client.Patch(ctx, &m.pod, client.MergeFrom(before)); err != nil {
			return fmt.Errorf("label %s: %w", m.pod.Name, err)
		}
	}
	return nil
}
