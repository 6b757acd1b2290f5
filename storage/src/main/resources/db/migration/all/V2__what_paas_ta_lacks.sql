-- Columns that PaaS-TA's tables lack. Its programs neither read nor write them, so each may be null or has a default.

alter table vms add column if not exists guid varchar(64) null;
alter table vms add column if not exists director varchar(100) null;
alter table vms add column if not exists deployment varchar(255) null;
alter table vms add column if not exists job varchar(255) null;
alter table vms add column if not exists job_index integer null;
alter table vms add column if not exists vm_state varchar(16) null;
alter table vms add column if not exists seen_at ${instant} null;
alter table vms add column if not exists missed integer default 0 not null;
create unique index if not exists ux_vms_guid on vms (guid);
create index if not exists ix_vms_ip on vms (ip);

alter table alarm_policies add column if not exists scope varchar(255) default '' not null;
alter table alarm_policies add column if not exists exact_warning double precision null;
alter table alarm_policies add column if not exists exact_critical double precision null;
alter table alarm_policies add column if not exists recovery double precision default 5 not null;
alter table alarm_policies add column if not exists raise_after integer default 1 not null;
alter table alarm_policies add column if not exists resolve_after integer default 1 not null;

alter table alarms add column if not exists target_id varchar(128) null;
alter table alarms add column if not exists target_name varchar(500) null;
alter table alarms add column if not exists deployment varchar(255) null;
alter table alarms add column if not exists zone_name varchar(200) null;
alter table alarms add column if not exists app_guid varchar(50) null;
alter table alarms add column if not exists reading double precision null;
alter table alarms add column if not exists threshold double precision null;
alter table alarms add column if not exists read_at ${datetime} null;
alter table alarms add column if not exists started_at ${datetime} null;
alter table alarms add column if not exists acknowledged_at ${datetime} null;
alter table alarms add column if not exists in_row integer default 0 not null;
alter table alarms add column if not exists incident_id integer null;
create index if not exists ix_alarms_reg_date on alarms (reg_date, id);
create index if not exists ix_alarms_status on alarms (resolve_status, reg_date);
create index if not exists ix_alarms_complete_date on alarms (complete_date);
create index if not exists ix_alarms_incident on alarms (incident_id);
create index if not exists ix_alarms_target on alarms (target_id, reg_date);

alter table app_alarm_histories add column if not exists source_id integer null;
create unique index if not exists ux_app_alarm_histories_source on app_alarm_histories (source_id);
create index if not exists ix_alarm_actions_alarm on alarm_actions (alarm_id);

-- Breaches that are not alarms yet. PaaS-TA's readers take every row of "alarms" for a raised one, so these stand apart;
-- they have the columns of "alarms" and share its ids.
create table if not exists pending_alarms (
  id integer not null,
  origin_type varchar(3) not null,
  origin_id integer not null,
  alarm_type varchar(6) not null,
  level varchar(8) not null,
  ip varchar(45),
  app_name varchar(500),
  app_index integer,
  resolve_status varchar(1) not null,
  alarm_cnt integer not null,
  reg_date ${datetime} null,
  modi_date ${datetime} null,
  alarm_send_date ${datetime} null,
  complete_date ${datetime} null,
  complete_user varchar(255),
  target_id varchar(128) not null,
  target_name varchar(500) not null,
  deployment varchar(255) not null,
  zone_name varchar(200) not null,
  app_guid varchar(50) not null,
  reading double precision not null,
  threshold double precision not null,
  read_at ${datetime} not null,
  started_at ${datetime} not null,
  acknowledged_at ${datetime} null,
  in_row integer not null,
  incident_id integer null,
  primary key (id)
) ${options};

-- At most one open alarm for a target and a resource, pending ones included: the primary key sees to it.
create table if not exists open_alarms (
  target_id varchar(128) not null,
  alarm_type varchar(6) not null,
  origin_type varchar(3) not null,
  alarm_id integer not null,
  primary key (target_id, alarm_type, origin_type)
) ${options};

create table if not exists alarm_events (
  id ${long_identity},
  alarm_id integer not null,
  event_type varchar(16) not null,
  level varchar(8) not null,
  reading double precision not null,
  user_name varchar(255) not null,
  happened_at ${instant} not null,
  detail text not null,
  primary key (id)
) ${options};
create index if not exists ix_alarm_events_alarm on alarm_events (alarm_id, id);
create index if not exists ix_alarm_events_time on alarm_events (happened_at);

create table if not exists incidents (
  id ${identity},
  title varchar(1000) not null,
  level varchar(8) not null,
  incident_state varchar(16) not null,
  opened_at ${instant} not null,
  resolved_at ${instant} null,
  root_alarm_id integer null,
  assignee varchar(255) null,
  group_key varchar(255) not null,
  snapshot ${long_text} not null,
  primary key (id)
) ${options};
create index if not exists ix_incidents_state on incidents (incident_state, opened_at);
create index if not exists ix_incidents_opened on incidents (opened_at, id);

create table if not exists silences (
  id ${identity},
  origin_type varchar(3) null,
  alarm_type varchar(6) null,
  deployment varchar(255) not null,
  zone_name varchar(200) not null,
  target_id varchar(128) not null,
  starts_at ${instant} not null,
  ends_at ${instant} not null,
  recurrence varchar(1000) not null,
  reason varchar(4000) not null,
  user_name varchar(255) not null,
  primary key (id)
) ${options};

-- Our own receivers; and for a receiver of PaaS-TA's ("target:<id>", "sns:<channel>:<chat>") what its row has no column for.
create table if not exists receivers (
  id varchar(64) not null,
  receiver_name varchar(255) not null,
  channel varchar(16) not null,
  address varchar(1000) not null,
  secret varchar(1000) not null,
  origin_type varchar(3) null,
  deployment varchar(255) not null,
  app_guid varchar(50) not null,
  minimum varchar(8) not null,
  escalation_level integer not null,
  language varchar(35) not null,
  zone_id varchar(64) not null,
  hourly_limit integer not null,
  enabled boolean not null,
  modi_date ${instant} not null,
  modi_user varchar(255) not null,
  primary key (id)
) ${options};

-- The outbox. Unique by receiver, alarm, reason and step, so that each is told once.
create table if not exists notifications (
  id ${long_identity},
  incident_id varchar(40) not null,
  alarm_id varchar(40) not null,
  receiver_id varchar(100) not null,
  reason varchar(20) not null,
  step varchar(200) not null,
  delivery_state varchar(16) not null,
  attempts integer not null,
  due_at ${instant} not null,
  sent_at ${instant} null,
  message_id varchar(255) not null,
  detail text not null,
  created_at ${instant} not null,
  primary key (id),
  constraint ux_notifications unique (receiver_id, alarm_id, reason, step)
) ${options};
create index if not exists ix_notifications_due on notifications (delivery_state, due_at);
create index if not exists ix_notifications_sent on notifications (receiver_id, sent_at);
create index if not exists ix_notifications_incident on notifications (incident_id);
create index if not exists ix_notifications_alarm on notifications (alarm_id);
create index if not exists ix_notifications_created on notifications (created_at, id);

create table if not exists apps (
  guid varchar(50) not null,
  app_name varchar(255) not null,
  space_name varchar(255) not null,
  organization varchar(255) not null,
  instances integer not null,
  missed integer default 0 not null,
  primary key (guid)
) ${options};

create table if not exists app_instances (
  app_guid varchar(50) not null,
  app_index integer not null,
  instance_state varchar(32) not null,
  cell_ip varchar(45) not null,
  container_interface varchar(64) not null,
  memory_quota bigint not null,
  disk_quota bigint not null,
  since ${instant} not null,
  missed integer default 0 not null,
  primary key (app_guid, app_index)
) ${options};
create index if not exists ix_app_instances_cell on app_instances (cell_ip);

create table if not exists scaling_events (
  decision_id varchar(64) not null,
  app_guid varchar(50) not null,
  app_name varchar(255) not null,
  scaling_action varchar(8) not null,
  cause varchar(6) not null,
  reading double precision not null,
  threshold double precision not null,
  instances_from integer not null,
  instances_to integer not null,
  decided_at ${instant} not null,
  outcome varchar(16) not null,
  http_status integer not null,
  detail text not null,
  known_at ${instant} not null,
  primary key (decision_id)
) ${options};
create index if not exists ix_scaling_events_app on scaling_events (app_guid, decided_at);
create index if not exists ix_scaling_events_time on scaling_events (decided_at);

create table if not exists accounts (
  account_name varchar(255) not null,
  password_hash varchar(500) not null,
  account_role varchar(16) not null,
  organization varchar(255) not null,
  language varchar(35) not null,
  zone_id varchar(64) not null,
  enabled boolean not null,
  primary key (account_name)
) ${options};

create table if not exists audit_entries (
  id ${long_identity},
  happened_at ${instant} not null,
  user_name varchar(255) not null,
  audit_action varchar(100) not null,
  subject varchar(500) not null,
  detail text not null,
  primary key (id)
) ${options};
create index if not exists ix_audit_entries_time on audit_entries (happened_at, id);

-- ShedLock's: which instance of the batch leads which job.
create table if not exists shedlock (
  name varchar(64) not null,
  lock_until ${lease} not null,
  locked_at ${lease} not null,
  locked_by varchar(255) not null,
  primary key (name)
) ${options};
