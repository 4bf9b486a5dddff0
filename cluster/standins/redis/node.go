package redis

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/remotecommand"
)

// commands runs redis-cli inside of pods, where password, certificates and cluster DNS are.
type commands struct {
	config *rest.Config
	pods   *kubernetes.Clientset
}

// cli runs redis-cli with the arguments in the pod of that name and returns what it printed.
func (c commands) cli(ctx context.Context, namespace, pod, container string, arguments ...string) (string, error) {
	request := c.pods.CoreV1().RESTClient().Post().Resource("pods").Namespace(namespace).Name(pod).SubResource("exec").
		VersionedParams(&corev1.PodExecOptions{
			Container: container,
			Command:   append([]string{"sh", "-c", `$REDIS_CLI "$@"`, "redis-cli"}, arguments...),
			Stdout:    true,
			Stderr:    true,
		}, scheme.ParameterCodec)
	executor, err := remotecommand.NewWebSocketExecutor(c.config, "GET", request.URL().String())
	if err != nil {
		return "", err
	}
	var out, errors bytes.Buffer
	if err := executor.StreamWithContext(ctx, remotecommand.StreamOptions{Stdout: &out, Stderr: &errors}); err != nil {
		return "", fmt.Errorf("redis-cli %s in %s: %w: %s%s", arguments[0], pod, err, out.String(), errors.String())
	}
	// redis-cli exits 0 on an error reply.
	if reply := out.String(); strings.HasPrefix(reply, "ERR") || strings.HasPrefix(reply, "NOAUTH") || strings.HasPrefix(reply, "WRONGPASS") {
		return "", fmt.Errorf("redis-cli %s in %s: %s", arguments[0], pod, reply)
	}
	return out.String(), nil
}

// node is a line of CLUSTER NODES.
type node struct {
	id, address string
	leader      bool
	connected   bool
}

func parseNodes(reply string) map[string]node {
	nodes := map[string]node{}
	for line := range strings.Lines(reply) {
		fields := strings.Fields(line)
		if len(fields) < 8 {
			continue
		}
		address, _, _ := strings.Cut(fields[1], ":")
		flags := "," + fields[2] + ","
		nodes[fields[0]] = node{
			id:        fields[0],
			address:   address,
			leader:    strings.Contains(flags, ",master,"),
			connected: fields[7] == "connected" && !strings.Contains(flags, ",fail,") && !strings.Contains(flags, ",fail?,"),
		}
	}
	return nodes
}

func parseInfo(reply string) map[string]string {
	info := map[string]string{}
	for line := range strings.Lines(reply) {
		if key, value, found := strings.Cut(strings.TrimSpace(line), ":"); found {
			info[key] = value
		}
	}
	return info
}
