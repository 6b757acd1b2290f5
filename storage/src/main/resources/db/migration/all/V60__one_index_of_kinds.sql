-- What V54 looks for needs the deployment between; nothing asks for kinds without it any more.
drop index if exists ix_alarms_kind ${on_alarms};
