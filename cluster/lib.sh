# shellcheck shell=bash
# Settings and functions of the scripts beside this file; sourced, never run.
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
REPO=$(dirname "$HERE")
RIG=${RIG:-nexus}                                     # names the namespace, the node, the CNI network and the cgroup
RIG_CACHE=${RIG_CACHE:-$HOME/.cache/nexus-cluster}    # built programs and images, kept
RIG_RUN=${RIG_RUN:-$RIG_CACHE/run/$RIG}               # state of the running cluster, removed by down
RIG_API_PORT=${RIG_API_PORT:-26443}                   # where the API listens on the host's 127.0.0.1

BIN=$RIG_CACHE/bin
IMAGES=$RIG_CACHE/images
ROOTFS=$RIG_CACHE/rootfs
VERSION=2.0.0                                         # of the platform, and so of the images made from its sources
SERVICES=(gateway ai batch webhook analytics conversation auth)
NODE_IP=10.89.0.2
POD_CIDR=10.244.0.0/16
SERVICE_CIDR=10.96.0.0/16
DNS_IP=10.96.0.10

k() { "$BIN/kube" kubectl --kubeconfig="$RIG_RUN/kubeconfig" "$@"; }

inside() { nsenter --net="/run/netns/$RIG" "$@"; }

# wait_for SECONDS COMMAND...
wait_for() {
  local end=$((SECONDS + $1)); shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "timed out: $*" >&2; return 1; }
    sleep 0.2
  done
}

# start_time PID: nothing for a process that has ended, also while its parent has not noticed.
start_time() { sed -n 's/.*) [^Z] //p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f19; }

# running NAME: is the process that start recorded still that process? (A pid alone may have been reused.)
running() {
  local pid since
  read -r pid since 2>/dev/null <"$RIG_RUN/pids/$1" && [ "$(start_time "$pid")" = "$since" ]
}

# start_on_host NAME COMMAND...: run it detached, unless it already runs.
start_on_host() {
  local name=$1 pid; shift
  running "$name" && return
  # No function or subshell between & and the program: $! must be the program itself, leading its own group.
  setsid "$@" >>"$RIG_RUN/log/$name" 2>&1 </dev/null &
  pid=$!
  echo "$pid $(start_time $pid)" >"$RIG_RUN/pids/$name"
}

# start NAME COMMAND...: the same, in the cluster's network namespace.
start() {
  local name=$1; shift
  # nsenter --net, not "ip netns exec": that one remounts /sys and so hides the cgroups from kubelet.
  start_on_host "$name" nsenter --net="/run/netns/$RIG" "$@"
}

# stop NAME: end what start or start_on_host started.
stop() {
  local pid
  running "$1" || return 0
  read -r pid _ <"$RIG_RUN/pids/$1"
  kill -TERM -- "-$pid"
  ended() { ! running "$1"; }
  wait_for 10 ended "$1" || kill -KILL -- "-$pid"
}

# claim_port PORT NAME: fail where something other than our process NAME listens on it. (socat would only log it.)
claim_port() {
  running "$2" || [ -z "$(ss -Hltn "sport = :$1")" ] || { echo "port $1 is taken" >&2; return 1; }
}

# cgroup_roots: the folders in which each controller's hierarchy is rooted; one where the kernel has cgroup v2.
cgroup_roots() {
  if [ -f /sys/fs/cgroup/cgroup.controllers ]; then echo /sys/fs/cgroup/; else printf '%s\n' /sys/fs/cgroup/*/; fi
}

# fingerprint FOLDER: a hash of its files' names and contents.
fingerprint() { (cd "$1" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum | cut -d' ' -f1); }

# up_to_date FILE FINGERPRINT: was FILE made from inputs with this fingerprint? made FILE FINGERPRINT says so.
up_to_date() { [ -e "$1" ] && [ "$(cat "$1.from" 2>/dev/null)" = "$2" ]; }
made() { echo "$2" >"$1.from"; }

# module_dir TOOL MODULE: where the Go module cache holds the source (and manifests) of a tool.
module_dir() { (cd "$HERE/tools/$1" && go mod download "$2" && go list -m -f '{{if .Replace}}{{.Replace.Dir}}{{else}}{{.Dir}}{{end}}' "$2"); }

image() { "$HERE/images/image.py" "$IMAGES" "$@"; }

# program_image NAME:TAG PROGRAM PATH [LINK]: load an image that holds one static program at PATH (and LINK to it).
program_image() {
  local dir; dir=$(mktemp -d)
  install -D "$2" "$dir$3"
  [ $# -lt 4 ] || ln -s "$3" "$dir$4"
  image build "nexus.local/$1" --entrypoint "$3" "$dir"
  rm -r "$dir"
  "$HERE/load-image" "nexus.local/$1"
}

# jdk_home: where JDK 25 is.
jdk_home() {
  local java
  for java in "${JAVA_HOME:-/nowhere}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")" /usr/lib/jvm/*25*; do
    if grep -q '^JAVA_VERSION="25' "$java/release" 2>/dev/null; then echo "$java"; return; fi
  done
  echo "JDK 25 not found: set JAVA_HOME" >&2
  return 1
}

# maven_file GROUP:ARTIFACT:VERSION:PACKAGING: a file of Maven's local repository, fetched when it is not there.
maven_file() {
  local group artifact version packaging file
  IFS=: read -r group artifact version packaging <<<"$1"
  file=${MAVEN_REPOSITORY:-$HOME/.m2/repository}/${group//.//}/$artifact/$version/$artifact-$version.$packaging
  [ -f "$file" ] || JAVA_HOME=$(jdk_home) mvn -q -B dependency:get -Dartifact="$1" -Dtransitive=false >&2
  echo "$file"
}
