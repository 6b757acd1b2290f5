-- A viewer may be bound to several organizations, one name a line.
alter table accounts add column if not exists organizations varchar(4000) default '' not null;
update accounts set organizations = organization where organization <> '' and account_role = 'VIEWER';
alter table accounts drop column if exists organization;
