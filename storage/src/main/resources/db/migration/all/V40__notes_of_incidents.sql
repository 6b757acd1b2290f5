-- What people write about an incident when it is over. Each version is kept; the newest counts.
create table if not exists incident_notes (
  id ${long_identity},
  incident_id integer not null,
  note ${long_text} not null,
  user_name varchar(255) not null,
  written_at ${instant} not null,
  primary key (id)
) ${options};
create index if not exists ix_incident_notes_incident on incident_notes (incident_id, id);
create index if not exists ix_alarms_kind on alarms (alarm_type, origin_type, incident_id);
