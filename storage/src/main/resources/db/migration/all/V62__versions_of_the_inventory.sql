-- A number for each part of the inventory, which is another one whenever the part is: so that who shows 100,000 app instances
-- reads them only when they are others.
create table if not exists inventory_versions (
  part varchar(32) not null,
  version bigint not null,
  primary key (part)
) ${options};
insert into inventory_versions (part, version) values ('apps', 1);
