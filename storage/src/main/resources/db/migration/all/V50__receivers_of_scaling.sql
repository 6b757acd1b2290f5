-- Who wants to know when apps are scaled. Nobody did before, so nobody does until somebody says so.
alter table receivers add column if not exists scaling boolean default false not null;
