-- Incidents whose alarms were of the same kind in the same deployment, the newest first, without reading the alarms.
create index if not exists ix_alarms_kind_in_deployment on alarms (alarm_type, origin_type, deployment, incident_id);
