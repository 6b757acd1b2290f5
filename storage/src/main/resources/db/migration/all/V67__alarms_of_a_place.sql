-- The alarms of a zone or of a deployment, newest first, as statistics lead to them; with the columns that tell ours from
-- other programs' rows, as in V55.
create index if not exists ix_alarms_zone on alarms (zone_name, reg_date desc, id desc, resolve_status, origin_type,
    alarm_type, level);
create index if not exists ix_alarms_deployment on alarms (deployment, reg_date desc, id desc, resolve_status, origin_type,
    alarm_type, level);
-- What was done of one kind, newest first.
create index if not exists ix_audit_entries_action on audit_entries (audit_action, happened_at desc, id desc);
