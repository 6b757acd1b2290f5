-- The newest incident of a kind of alarm, and the one before it, each in one step.
create index if not exists ix_alarms_like on alarms (alarm_type, origin_type, deployment, incident_id desc);
drop index if exists ix_alarms_kind_in_deployment ${on_alarms};
drop index if exists ix_alarms_kind ${on_alarms};
