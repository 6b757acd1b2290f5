-- What signs the links in mails. Made by the program that needs it first; deleting the row makes all links void.
create table if not exists signing_keys (
  name varchar(64) not null,
  secret varchar(255) not null,
  created_at ${instant} not null,
  primary key (name)
) ${options};

-- Links that were used, until they would have expired: the primary key sees to it that each is used once.
create table if not exists used_links (
  link varchar(64) not null,
  used_by varchar(255) not null,
  used_at ${instant} not null,
  expires_at ${instant} not null,
  primary key (link)
) ${options};
create index if not exists ix_used_links_expires on used_links (expires_at);

create index if not exists ix_notifications_message on notifications (message_id);
