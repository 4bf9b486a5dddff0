# shellcheck shell=bash disable=SC2034
# Settings and functions of the scripts beside this file; sourced, never run.
DEV=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
RIG_RUN=$(cd "$DEV/../.." && pwd)/build/dev # our state; the functions of ../lib.sh keep logs and pids there
# shellcheck source=../lib.sh
source "$DEV/../lib.sh"
DEV_CACHE=${NEXUS_DEV_CACHE:-$HOME/.cache/nexus-dev} # unpacked distributions, kept
POSTGRESQL=$DEV_CACHE/postgresql-18.6.0
REDIS=$DEV_CACHE/redis-6.2.6
KEYCLOAK=$DEV_CACHE/keycloak-26.7.3

POSTGRESQL_PORT=15432
REDIS_PORT=16379
KEYCLOAK_PORT=18180
KEYCLOAK_URL=http://127.0.0.1:$KEYCLOAK_PORT
# The ports of each service's application.yaml; on 19080 and up are its probes and metrics.
declare -A PORT=([gateway]=${NEXUS_GATEWAY_PORT:-8080}
  [ai]=8081 [batch]=8082 [webhook]=8083 [analytics]=8084 [conversation]=8085 [auth]=8086)
declare -A MANAGEMENT_PORT=([gateway]=19080
  [ai]=19081 [batch]=19082 [webhook]=19083 [analytics]=19084 [conversation]=19085 [auth]=19086)

# fill FOLDER FUNCTION: unless it is there, make FOLDER by FUNCTION, which runs in it; whole or not at all.
fill() {
  [ ! -d "$1" ] || return 0
  rm -rf "$1.new"
  mkdir -p "$1.new"
  (cd "$1.new" || exit; "$2")
  mv "$1.new" "$1"
}

# await NAME SECONDS CHECK...: until CHECK succeeds; fails when the process NAME ends before that.
await() {
  local name=$1 limit=$2; shift 2
  settled() { "$@" || ! running "$name"; }
  if ! wait_for "$limit" settled "$@" || ! running "$name"; then
    tail -n 20 "$RIG_RUN/log/$name" >&2
    echo "$name did not start; its log: ${RIG_RUN#"$REPO"/}/log/$name" >&2
    return 1
  fi
  say "$name is ready"
}

say() { printf '%4d s  %s\n' $SECONDS "$*"; }

answers() { curl -fsS -m 5 -o /dev/null "$1"; }
