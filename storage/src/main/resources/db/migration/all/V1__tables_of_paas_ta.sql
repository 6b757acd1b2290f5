-- The tables that PaaS-TA's monitoring has, with its names and columns. In an adopted schema they stand already and stay.
-- All times are UTC.

create table if not exists zones (
  id ${identity},
  name varchar(200) not null,
  ${audit},
  primary key (id)
) ${options};

create table if not exists vms (
  id ${identity},
  zone_id integer not null,
  name varchar(200) not null,
  ip varchar(45) not null,
  vm_type varchar(3) not null,
  ${audit},
  primary key (id, zone_id)
) ${options};

create table if not exists alarm_policies (
  id ${identity},
  origin_type varchar(3) not null,
  alarm_type varchar(6) not null,
  warning_threshold integer not null,
  critical_threshold integer not null,
  repeat_time integer not null,
  measure_time integer not null,
  comment varchar(5000),
  ${audit},
  primary key (id)
) ${options};

create table if not exists alarm_targets (
  id ${identity},
  origin_type varchar(3) not null,
  mail_address varchar(100) not null,
  mail_send_yn varchar(1) default 'Y' not null,
  ${audit},
  primary key (id)
) ${options};

create table if not exists alarms (
  id ${identity},
  origin_type varchar(3) not null,
  origin_id integer not null,
  alarm_type varchar(6) not null,
  level varchar(8) not null,
  ip varchar(45),
  app_yn varchar(1) not null,
  app_name varchar(500),
  app_index integer,
  container_name varchar(40),
  alarm_title varchar(5000) not null,
  alarm_message text not null,
  resolve_status varchar(1) not null,
  alarm_cnt integer default 1 not null,
  ${audit},
  alarm_send_date ${datetime} null,
  complete_date ${datetime} null,
  complete_user varchar(255),
  primary key (id)
) ${options};

create table if not exists alarm_actions (
  id ${identity},
  alarm_id integer not null,
  alarm_action_desc text,
  reg_date ${datetime} default current_timestamp not null,
  reg_user varchar(255) default 'system' not null,
  modi_date ${datetime} null,
  modi_user varchar(255) null,
  primary key (id)
) ${options};

create table if not exists alarm_sns (
  channel_id ${identity},
  origin_type varchar(3) default 'all' not null,
  sns_type varchar(50) not null,
  sns_id varchar(50) not null,
  token varchar(300),
  expl varchar(100) not null,
  sns_send_yn varchar(1) default 'Y' not null,
  ${audit},
  primary key (channel_id)
) ${options};

create table if not exists alarm_sns_targets (
  channel_id integer not null,
  target_id bigint not null,
  ${audit},
  constraint uix_alarm_sns_targets unique (channel_id, target_id)
) ${options};

create table if not exists app_auto_scaling_policies (
  app_guid varchar(50) not null,
  instance_min_cnt integer not null,
  instance_max_cnt integer not null,
  cpu_min_threshold integer not null,
  cpu_max_threshold integer not null,
  memory_min_threshold integer not null,
  memory_max_threshold integer not null,
  instance_scaling_unit integer not null,
  measure_time_sec integer not null,
  auto_scaling_cpu_yn varchar(1) not null,
  auto_scaling_memory_yn varchar(1) not null,
  auto_scaling_out_yn varchar(1) not null,
  auto_scaling_in_yn varchar(1) not null,
  ${audit},
  primary key (app_guid)
) ${options};

create table if not exists app_alarm_policies (
  app_guid varchar(50) not null,
  cpu_warning_threshold integer not null,
  cpu_critical_threshold integer not null,
  memory_warning_threshold integer not null,
  memory_critical_threshold integer not null,
  measure_time_sec integer not null,
  email varchar(100),
  email_send_yn varchar(1) not null,
  alarm_use_yn varchar(1) not null,
  ${audit},
  primary key (app_guid)
) ${options};

create table if not exists app_alarm_histories (
  alarm_id ${identity},
  app_guid varchar(50) not null,
  app_idx integer not null,
  resource_type varchar(10) not null,
  alarm_level varchar(8) not null,
  app_name varchar(50) not null,
  cell_ip varchar(45) not null,
  container_id varchar(50) not null,
  container_interface varchar(64) not null,
  alarm_title varchar(1000) not null,
  alarm_message text not null,
  alarm_send_date ${datetime} null,
  terminate_yn varchar(1) not null,
  ${audit},
  primary key (alarm_id)
) ${options};
