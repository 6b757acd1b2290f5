-- The alarms of an incident in the order in which its page shows them: those that are open first.
create index if not exists ix_alarms_of_incident on alarms (incident_id, resolve_status, reg_date, id);
drop index if exists ix_alarms_incident ${on_alarms};

-- The newest incident of a kind of alarm, and the one before it, each in one step.
create index if not exists ix_alarms_like on alarms (alarm_type, origin_type, deployment, incident_id desc);
drop index if exists ix_alarms_kind_in_deployment ${on_alarms};
