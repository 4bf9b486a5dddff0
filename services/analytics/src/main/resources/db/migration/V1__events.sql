-- Orders events of one moment; the order in which they were stored.
create sequence event_position;

-- What was logged, one partition per UTC day (event_YYYYMMDD), made by the service. user_id and
-- tenant_id are what the event names; owner_id and owner_tenant are who logged it, from the token.
-- Everything below data is read from it when the event is stored, so that no statistic reads JSON.
create table event (
  occurred_at  timestamptz not null,
  position     bigint      not null default nextval('event_position'),
  id           text        not null,
  owner_tenant text        not null,
  owner_id     text        not null,
  event_type   text        not null,
  user_id      text        not null,
  tenant_id    text        not null,
  -- JSON as text: jsonb would reorder it and cannot hold U+0000.
  data         text,
  kind         text        not null,
  succeeded    boolean,
  response_ms  float8,
  results      integer,
  execution_id text,
  domains      text[],
  cache_hit    boolean,
  relevance    float8
) partition by range (occurred_at);

-- Each serves one filter in the order of the list, newest first.
create index event_by_tenant on event (owner_tenant, occurred_at desc, position desc);
create index event_by_owner on event (owner_tenant, owner_id, occurred_at desc, position desc);
create index event_by_user on event (owner_tenant, user_id, occurred_at desc, position desc);
create index event_by_type on event (owner_tenant, event_type, occurred_at desc, position desc);

-- What makes an event unique over all partitions. The key is a digest of who logged it and its id,
-- or of the request that brought it; event_id is set where the service made the id.
create table event_key (
  key         uuid        primary key,
  event_id    uuid,
  occurred_at timestamptz not null,
  expires_at  timestamptz not null
);

create index event_key_by_age on event_key (occurred_at);
create index event_key_by_expiry on event_key (expires_at) where expires_at < 'infinity';
