# Which cluster to work on; sourced after lib.sh. CLUSTER=local (default), kind or current.
CLUSTER=${CLUSTER:-local}

# target ARGUMENT...: kubectl on that cluster, by the kubeconfig that up has written: what it looked at is what is changed.
target() {
  case $CLUSTER in
  local) k "$@" ;;
  kind | current) kubectl --kubeconfig="$REPO/build/kubeconfig" "$@" ;;
  *)
    echo "CLUSTER is local, kind or current, not $CLUSTER" >&2
    return 2
    ;;
  esac
}
