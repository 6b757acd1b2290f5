-- Tokens of an account for which the UAA does not vouch are not good until it does again.
alter table api_tokens add column suspended_at ${instant} null;
