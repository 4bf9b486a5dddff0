# Which cluster to work on; sourced after lib.sh. CLUSTER=local (default), kind or current.
CLUSTER=${CLUSTER:-local}

target() {
  case $CLUSTER in
  local) k "$@" ;;
  kind) kubectl --context "${KIND_CONTEXT:-kind-kind}" "$@" ;;
  current) kubectl "$@" ;;
  *)
    echo "CLUSTER is local, kind or current, not $CLUSTER" >&2
    return 2
    ;;
  esac
}
