-- What PaaS-TA starts with; an adopted schema has its own and keeps it.

insert into alarm_policies (origin_type, alarm_type, warning_threshold, critical_threshold, repeat_time, measure_time,
    comment, reg_date, reg_user)
select origin_type, alarm_type, 85, 90, 10, 600, 'Initial Data', ${now}, 'system'
from (
  select 1 as nr, 'pas' as origin_type, 'cpu' as alarm_type
  union all select 2, 'pas', 'memory'
  union all select 3, 'pas', 'disk'
  union all select 4, 'bos', 'cpu'
  union all select 5, 'bos', 'memory'
  union all select 6, 'bos', 'disk'
  union all select 7, 'con', 'cpu'
  union all select 8, 'con', 'memory'
  union all select 9, 'con', 'disk'
) seeds
where not exists (select 1 from alarm_policies)
order by seeds.nr;

-- The address is a placeholder: nothing can be delivered to ".invalid".
insert into alarm_targets (origin_type, mail_address, mail_send_yn, reg_date, reg_user)
select origin_type, 'administrator@monitoring.invalid', 'Y', ${now}, 'system'
from (
  select 1 as nr, 'bos' as origin_type
  union all select 2, 'pas'
  union all select 3, 'con'
) seeds
where not exists (select 1 from alarm_targets)
order by seeds.nr;
