-- A batch belongs to one user of one tenant and is read by nobody else. Its wire id is the client's
-- own text, so it may come again: the newest batch has it.
create table batch (
  id           uuid        primary key,
  position     bigint      not null generated always as identity,
  batch_id     text        not null,
  tenant_id    text        not null,
  user_id      text        not null,
  state        text        not null
    check (state in ('in_progress', 'completed', 'failed', 'cancelled')),
  operations   boolean     not null,
  total        integer     not null,
  started_at   timestamptz not null,
  completed_at timestamptz,
  -- Who runs it: every write of a run names its fence, and the lease tells whether it is alive.
  -- Leases are reckoned by the database's clock alone.
  fence        uuid        not null,
  lease_until  timestamptz not null,
  cancel_key   text
);

create index batch_by_owner on batch (tenant_id, user_id, batch_id, position desc);
create index batch_by_state on batch (tenant_id, user_id, state);
create index batch_running on batch (lease_until) where state = 'in_progress';

-- Retention deletes by age.
create index batch_started_at on batch (started_at);

-- Documents are of type json, which keeps a text as it came; jsonb refuses some that JSON allows.
create table item (
  batch        uuid        not null references batch on delete cascade,
  position     integer     not null,
  operation_id integer     not null,
  type         text        not null,
  request      json        not null,
  execution_id uuid        not null,
  state        text        not null
    check (state in ('pending', 'in_progress', 'completed', 'failed')),
  started_at   timestamptz,
  completed_at timestamptz,
  response     json,
  error        json,
  cache_hit    boolean,
  cache_ttl    integer,
  primary key (batch, position),
  check ((state in ('completed', 'failed')) = (completed_at is not null)),
  check ((completed_at is not null) = (response is not null or error is not null))
);

-- A repeated request finds its first batch here, whichever replica it reaches.
create table batch_claim (
  key        text        primary key,
  batch      uuid        not null,
  claimed_at timestamptz not null
);

create index batch_claim_claimed_at on batch_claim (claimed_at);

create table quota_usage (
  tenant_id text   not null,
  user_id   text   not null,
  day       date   not null,
  used      bigint not null,
  primary key (tenant_id, user_id, day)
);

create index quota_usage_day on quota_usage (day);
