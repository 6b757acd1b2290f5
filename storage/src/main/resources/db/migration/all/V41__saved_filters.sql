-- Filters of lists that somebody gave a name.
create table if not exists saved_filters (
  id ${long_identity},
  account_name varchar(255) not null,
  page varchar(64) not null,
  filter_name varchar(100) not null,
  query varchar(2000) not null,
  primary key (id),
  constraint ux_saved_filters unique (account_name, page, filter_name)
) ${options};
