-- What happened to accounts. Never a secret, nor what an unknown person typed.
create table audit_event (
  id         bigint      primary key generated always as identity,
  at         timestamptz not null,
  kind       text        not null,
  user_id    text,
  account    text,
  address    text        not null,
  request_id uuid        not null,
  detail     text        not null
);

create index audit_event_by_time on audit_event (at);
create index audit_event_by_user on audit_event (user_id, at desc);
create index audit_event_of_logins on audit_event (user_id, at desc) where kind = 'LOGIN_SUCCEEDED';
create index audit_event_of_known_accounts on audit_event (account)
  where kind in ('REGISTERED', 'LOGIN_SUCCEEDED');

-- Wrong passwords in a row, per account (a keyed digest of the name) and the network they came from.
create table login_failure (
  account  text        not null,
  network  text        not null,
  failures integer     not null,
  last_at  timestamptz not null,
  primary key (account, network)
);

create index login_failure_by_time on login_failure (last_at);
