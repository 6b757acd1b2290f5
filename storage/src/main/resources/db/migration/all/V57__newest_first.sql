-- All lists are read downwards from their newest row. MariaDB and PostgreSQL read an index both ways, H2 only downwards as
-- it was made.
create index if not exists ix_incidents_newest on incidents (opened_at desc, id desc);
drop index if exists ix_incidents_opened ${on_incidents};
create index if not exists ix_notifications_newest on notifications (created_at desc, id desc);
drop index if exists ix_notifications_created ${on_notifications};
create index if not exists ix_audit_entries_newest on audit_entries (happened_at desc, id desc);
drop index if exists ix_audit_entries_time ${on_audit_entries};
create index if not exists ix_scaling_events_newest on scaling_events (decided_at desc, decision_id desc);
drop index if exists ix_scaling_events_time ${on_scaling_events};

-- What was down, without reading what was not.
create index if not exists ix_alarms_down on alarms (level, started_at, complete_date);
