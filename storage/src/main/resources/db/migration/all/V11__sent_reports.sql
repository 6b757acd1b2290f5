-- Which report went to whom: the primary key sees to it that each goes once, whatever the number of instances.
create table if not exists sent_reports (
  report varchar(64) not null,
  address varchar(255) not null,
  sent_at ${instant} not null,
  primary key (report, address)
) ${options};
