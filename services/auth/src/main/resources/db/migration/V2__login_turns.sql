-- Whose login is being checked. A row lives for one check; what a lost process leaves behind expires.
create unlogged table login_turn (
  account    text        primary key,
  holder     uuid        not null,
  expires_at timestamptz not null
);
