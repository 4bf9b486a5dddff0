# Writes /etc/redis/redis.conf from the environment; runs in the init container.
set -eu
{
  echo "bind * -::*"
  echo "dir /data"
  echo "protected-mode no"
  echo "loglevel notice"
  if [ "$PERSISTENCE_ENABLED" = true ]; then echo "appendonly yes"; else echo 'save ""'; fi
  [ -z "${REDIS_MAX_MEMORY:-}" ] || echo "maxmemory $REDIS_MAX_MEMORY"
  if [ -n "${REDIS_PASSWORD:-}" ]; then
    echo "requirepass \"$REDIS_PASSWORD\""
    echo "masterauth \"$REDIS_PASSWORD\""
  fi
  if [ "${TLS_MODE:-}" = true ]; then
    echo "port 0"
    echo "tls-port $REDIS_PORT"
    echo "tls-cert-file $REDIS_TLS_CERT"
    echo "tls-key-file $REDIS_TLS_CERT_KEY"
    echo "tls-ca-cert-file $REDIS_TLS_CA_CERT"
    echo "tls-auth-clients optional"
    echo "tls-replication yes"
    [ "$SETUP_MODE" != cluster ] || echo "tls-cluster yes"
  else
    echo "port $REDIS_PORT"
  fi
  if [ "$SETUP_MODE" = cluster ]; then
    echo "cluster-enabled yes"
    echo "cluster-config-file /node-conf/nodes.conf"
    echo "cluster-node-timeout 5000"
    echo "cluster-migration-barrier 1"
    echo "cluster-announce-ip $POD_IP"
    echo "cluster-announce-hostname $POD_NAME.$HEADLESS_SERVICE"
    echo "cluster-preferred-endpoint-type hostname"
  fi
  [ ! -f /etc/redis/external.conf.d/redis-additional.conf ] || echo "include /etc/redis/external.conf.d/redis-additional.conf"
} >/etc/redis/redis.conf
