-- PaaS-TA's batch never resolves: its open alarms may be years old and say nothing about now. They end here, told to
-- nobody; what still breaches is raised anew within a cycle, under its GUID.
insert into alarm_events (alarm_id, event_type, level, reading, user_name, happened_at, detail)
select id, 'RESOLVED', level, 0, 'system', utc_timestamp(6), 'open when PaaS-TA''s batch was replaced'
from alarms
where resolve_status in ('1', '2') and started_at is null and origin_type in ('bos', 'pas', 'con');

update alarms set resolve_status = '3', complete_date = utc_timestamp(), complete_user = 'system'
where resolve_status in ('1', '2') and started_at is null and origin_type in ('bos', 'pas', 'con');

-- The same for what the user portal shows of apps.
update app_alarm_histories set terminate_yn = 'Y' where terminate_yn = 'N' and source_id is null;
