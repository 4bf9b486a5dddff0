-- A conversation belongs to one user of one tenant and is read by nobody else.
create table conversation (
  id            uuid primary key,
  tenant_id     text not null,
  user_id       text not null,
  bot_id        text,
  title         text,
  system_prompt text,
  context       jsonb not null,
  status        text not null check (status in ('active', 'archived', 'deleted')),
  -- Grows with every change: who has read a conversation and changes it afterwards compares it.
  version       bigint not null,
  message_count integer not null,
  created_at    timestamptz not null,
  last_activity timestamptz not null,
  request_key   text unique
);

create index conversation_by_owner on conversation (tenant_id, user_id);

-- Retention goes by it.
create index conversation_by_activity on conversation (status, last_activity);

-- Numbered from 1 without gaps: a message is only added while its conversation's row is locked,
-- with the conversation's message_count as its number.
create table message (
  conversation_id   uuid not null references conversation on delete cascade,
  sequence          integer not null check (sequence > 0),
  id                uuid not null,
  sender_type       text not null check (sender_type in ('user', 'assistant', 'system')),
  sender_id         text,
  type              text not null check (type in ('text', 'voice', 'image')),
  status            text not null check (status in ('sent', 'delivered', 'read', 'failed')),
  content           text not null check (content <> ''),
  intent            text,
  metadata          jsonb not null,
  created_at        timestamptz not null,
  client_message_id text,
  request_key       text,
  -- Of an answer: the number of the message that it answers.
  answers           integer,
  -- Of a user's message: until then a request is at work on its answer.
  answer_due        timestamptz,
  primary key (conversation_id, sequence)
);

create unique index message_by_client_id on message (conversation_id, client_message_id)
  where client_message_id is not null;

create unique index message_by_answered on message (conversation_id, answers)
  where answers is not null;

create index message_by_request_key on message (request_key) where request_key is not null;
