-- An execution belongs to one user of one tenant and is read by nobody else.
create table execution (
  id            uuid primary key,
  intent_id     uuid not null,
  tenant_id     text not null,
  user_id       text not null,
  status        text not null
    check (status in ('in_progress', 'completed', 'partial', 'failed', 'timeout')),
  query         text not null,
  language      text not null,
  started_at    timestamptz not null,
  completed_at  timestamptz,
  result        jsonb,
  error_message text,
  cache_hit     boolean not null default false
);

-- Retention deletes by age.
create index execution_started_at on execution (started_at);

-- A repeated request finds its first execution here, whichever replica it reaches.
create table execution_claim (
  key          text primary key,
  execution_id uuid not null,
  claimed_at   timestamptz not null
);

create index execution_claim_claimed_at on execution_claim (claimed_at);

create table quota_usage (
  tenant_id text not null,
  user_id   text not null,
  day       date not null,
  used      bigint not null,
  primary key (tenant_id, user_id, day)
);
