-- Receivers that clients have registered. The secret is needed in the clear to sign.
create table webhook (
  id               uuid        primary key,
  position         bigint      not null generated always as identity,
  owner_id         text        not null,
  tenant_id        text        not null,
  url              text        not null,
  events           text[]      not null,
  headers          jsonb       not null,
  secret           text        not null,
  description      text        not null,
  active           boolean     not null,
  max_retries      integer     not null,
  initial_delay_ms bigint      not null,
  max_delay_ms     bigint      not null,
  backoff_factor   float8      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  last_used_at     timestamptz,
  success_count    bigint      not null default 0,
  error_count      bigint      not null default 0,
  request_key      text        unique
);

create index webhook_by_owner on webhook (owner_id, position desc);

-- One event for one receiver, with the body exactly as it is signed and sent.
create table delivery (
  id           uuid        primary key,
  position     bigint      not null generated always as identity,
  webhook_id   uuid        not null references webhook on delete cascade,
  event_id     uuid        not null,
  event_type   text        not null,
  payload      text        not null,
  signature    text,
  state        text        not null check (state in ('SUCCEEDED', 'FAILED')),
  created_at   timestamptz not null
);

create index delivery_by_webhook on delivery (webhook_id, position desc);

-- What happened each time a delivery was tried; the numbers of a delivery begin with 1.
create table attempt (
  delivery_id   uuid        not null references delivery on delete cascade,
  number        integer     not null,
  started_at    timestamptz not null,
  duration_ms   integer     not null,
  status_code   integer,
  response_body text,
  error         text,
  primary key (delivery_id, number)
);
