-- An account of a user of the UAA: the user's id there, empty until they first sign in; null for a local account.
alter table accounts add column if not exists uaa_user varchar(255);
