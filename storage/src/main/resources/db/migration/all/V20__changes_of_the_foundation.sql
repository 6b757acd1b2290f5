-- Who deployed or changed what, as the director and the cloud controller say: an incident's first question.
create table if not exists foundation_changes (
  source varchar(100) not null,
  source_id varchar(150) not null,
  subject varchar(255) not null,
  words varchar(1000) not null,
  user_name varchar(255) not null,
  happened_at ${instant} not null,
  primary key (source, source_id)
) ${options};
create index if not exists ix_foundation_changes_subject on foundation_changes (subject, happened_at);
create index if not exists ix_foundation_changes_time on foundation_changes (happened_at);
