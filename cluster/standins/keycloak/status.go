package keycloak

import (
	"reflect"

	appsv1 "k8s.io/api/apps/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// observe is the status of a Keycloak with that StatefulSet, or with that problem. Like the real operator's: while
// there is a problem, Ready stays as it was.
func observe(k *Keycloak, set *appsv1.StatefulSet, problem error, now metav1.Time) Status {
	status := Status{
		Selector:           metav1.FormatLabelSelector(&metav1.LabelSelector{MatchLabels: labels(k)}),
		Instances:          k.Status.Instances,
		ObservedGeneration: k.Generation,
	}
	condition := func(kind string, is bool, message string) {
		next := Condition{Type: kind, Status: metav1.ConditionFalse, Message: message, LastTransitionTime: now, ObservedGeneration: k.Generation}
		if is {
			next.Status = metav1.ConditionTrue
		}
		if previous, found := find(k.Status, kind); found && previous.Status == next.Status {
			next.LastTransitionTime = previous.LastTransitionTime
		}
		status.Conditions = append(status.Conditions, next)
	}
	if problem != nil {
		previous, _ := find(k.Status, "Ready")
		condition("Ready", previous.Status == metav1.ConditionTrue, previous.Message)
		condition("HasErrors", true, problem.Error())
		condition("RollingUpdate", false, "")
		return status
	}
	current := set.Status.ObservedGeneration == set.Generation
	status.Instances = set.Status.ReadyReplicas
	ready := current && set.Status.ReadyReplicas == *set.Spec.Replicas
	rolling := current && set.Status.Replicas > 0 && set.Status.UpdateRevision != set.Status.CurrentRevision
	message := ""
	if !ready {
		message = "Waiting for more replicas"
	}
	condition("Ready", ready, message)
	condition("HasErrors", false, "")
	message = ""
	if rolling {
		message = "Rolling out deployment update"
	}
	condition("RollingUpdate", rolling, message)
	return status
}

func find(status Status, kind string) (Condition, bool) {
	for _, condition := range status.Conditions {
		if condition.Type == kind {
			return condition, true
		}
	}
	return Condition{}, false
}

func changed(before, after Status) bool { return !reflect.DeepEqual(before, after) }
