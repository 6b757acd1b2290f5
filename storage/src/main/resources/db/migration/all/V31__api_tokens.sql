-- What programs sign in with; the token itself is not kept.
create table if not exists api_tokens (
  token_id varchar(32) not null,
  account_name varchar(255) not null,
  token_name varchar(100) not null,
  token_hash varchar(64) not null,
  token_scope varchar(16) not null,
  created_at ${instant} not null,
  expires_at ${instant} not null,
  used_at ${instant} null,
  primary key (token_id)
) ${options};
create index if not exists ix_api_tokens_account on api_tokens (account_name);
