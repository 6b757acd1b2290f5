-- The user portal asks for the alarms of one app, newest first.
create index if not exists ix_app_alarm_histories_app on app_alarm_histories (app_guid, reg_date);
