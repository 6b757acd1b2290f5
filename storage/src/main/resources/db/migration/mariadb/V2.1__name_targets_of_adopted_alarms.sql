-- PaaS-TA's alarms know their target by a row's id or an app's name. The VMs' GUIDs take the place of "pas:<id>" when
-- the director next reports them.
update alarms a left join vms v on a.origin_type = 'pas' and v.id = a.origin_id set
  a.target_id = case a.origin_type
    when 'con' then left(concat('con:', coalesce(a.app_name, ''), '/', coalesce(a.app_index, 0)), 128)
    else concat(a.origin_type, ':', a.origin_id) end,
  a.target_name = case a.origin_type
    when 'con' then left(concat(coalesce(a.app_name, ''), '/', coalesce(a.app_index, 0)), 500)
    else coalesce(v.name, a.ip, '') end
where a.target_id is null;
