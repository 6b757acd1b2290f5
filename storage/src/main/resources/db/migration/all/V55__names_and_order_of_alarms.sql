-- What targets of alarms are called, in small letters, with their address: so that a text is looked for once a target and
-- not once an alarm.
create table if not exists alarm_names (
  id ${long_identity},
  target_id varchar(128) not null,
  words varchar(560) not null,
  raised_at ${instant} not null,
  primary key (id)
) ${options};
create index if not exists ix_alarm_names_target on alarm_names (target_id);

insert into alarm_names (target_id, words, raised_at)
select target_id, lower(concat(coalesce(target_name, ''), ' ', coalesce(ip, ''))), coalesce(max(reg_date), ${now})
from alarms where target_id is not null and not exists (select 1 from alarm_names)
group by target_id, lower(concat(coalesce(target_name, ''), ' ', coalesce(ip, '')));

-- The newest first, as lists are read, with all that tells ours from other programs' rows, that lists are filtered by and
-- that statistics count: pages and sums are found without reading the rows. Downwards, as H2 reads an index one way only.
create index if not exists ix_alarms_newest on alarms (reg_date desc, id desc, resolve_status, origin_type, alarm_type,
    level, started_at, acknowledged_at, complete_date, target_id);
drop index if exists ix_alarms_reg_date ${on_alarms};
-- The same among those of a state, such as the few that are open.
create index if not exists ix_alarms_state on alarms (resolve_status, reg_date desc, id desc, origin_type, alarm_type, level);
drop index if exists ix_alarms_status ${on_alarms};
