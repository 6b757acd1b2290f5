-- The alarms of an incident in the order in which its page shows them: those that are open first.
create index if not exists ix_alarms_of_incident on alarms (incident_id, resolve_status, reg_date, id);
drop index if exists ix_alarms_incident ${on_alarms};
