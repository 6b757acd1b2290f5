-- Alarms of one severity, newest first: sorted by severity they are read one severity after the other, and nothing is sorted.
-- With the columns that tell ours from other programs' rows and that lists are filtered by, as in V55.
create index if not exists ix_alarms_severity on alarms (level, reg_date desc, id desc, resolve_status, origin_type, alarm_type);
