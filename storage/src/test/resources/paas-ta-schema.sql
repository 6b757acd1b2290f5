-- What PaaS-TA's batch makes with GORM on MariaDB (column types as its models say), filled as by some years of operation.
-- All names, addresses and tokens are invented.

alter database character set utf8mb3 collate utf8mb3_general_ci;

create table zones (
  id int unsigned auto_increment,
  name varchar(200) not null,
  reg_date datetime default current_timestamp not null,
  reg_user varchar(36) default 'system' not null,
  modi_date datetime default current_timestamp null,
  modi_user varchar(36) default 'system' null,
  primary key (id)
);

create table vms (
  id int unsigned auto_increment,
  zone_id integer not null,
  name varchar(200) not null,
  ip varchar(15) not null,
  vm_type varchar(3) not null,
  reg_date datetime default current_timestamp not null,
  reg_user varchar(36) default 'system' not null,
  modi_date datetime default current_timestamp null,
  modi_user varchar(36) default 'system' null,
  primary key (id, zone_id)
);
create unique index uix_vms_ip on vms (ip);

create table alarms (
  id int unsigned auto_increment,
  origin_type varchar(3) not null,
  origin_id int not null,
  alarm_type varchar(6) not null,
  level varchar(8) not null,
  ip varchar(15) null,
  app_yn varchar(1) not null,
  app_name varchar(500) null,
  app_index int null,
  container_name varchar(40) null,
  alarm_title varchar(5000) not null,
  alarm_message text not null,
  resolve_status varchar(1) not null,
  alarm_cnt int not null default 1,
  reg_date datetime default current_timestamp not null,
  reg_user varchar(36) default 'system' not null,
  modi_date datetime default current_timestamp null,
  modi_user varchar(36) default 'system' null,
  alarm_send_date datetime null default null,
  complete_date datetime null default null,
  complete_user varchar(36) null default null,
  primary key (id)
);

create table alarm_actions (
  id int unsigned auto_increment,
  alarm_id integer not null,
  alarm_action_desc text,
  reg_date datetime default current_timestamp not null,
  reg_user varchar(36) default 'system' not null,
  modi_date datetime default current_timestamp null,
  modi_user varchar(36) default 'system' null,
  primary key (id)
);

create table alarm_policies (
  id int unsigned auto_increment,
  origin_type varchar(3) not null,
  alarm_type varchar(6) not null,
  warning_threshold integer not null,
  critical_threshold integer not null,
  repeat_time integer not null,
  measure_time integer not null,
  comment varchar(5000),
  reg_date datetime default current_timestamp not null,
  reg_user varchar(36) default 'system' not null,
  modi_date datetime default current_timestamp null,
  modi_user varchar(36) default 'system' null,
  primary key (id)
);

create table alarm_targets (
  id int unsigned auto_increment,
  origin_type varchar(3) not null,
  mail_address varchar(100) not null,
  mail_send_yn varchar(1) not null default 'Y',
  reg_date datetime default current_timestamp not null,
  reg_user varchar(36) default 'system' not null,
  modi_date datetime default current_timestamp null,
  modi_user varchar(36) default 'system' null,
  primary key (id)
);

create table member_infos (
  user_id varchar(50),
  user_pw varchar(500) null,
  user_email varchar(100) null,
  user_nm varchar(100) null,
  updated_at datetime null default null,
  created_at datetime null default current_timestamp,
  primary key (user_id)
);

create table alarm_sns (
  channel_id int unsigned auto_increment not null,
  origin_type varchar(3) not null default 'all',
  sns_type varchar(50) not null,
  sns_id varchar(50) not null,
  token varchar(300) null,
  expl varchar(100) not null,
  sns_send_yn varchar(1) not null default 'Y',
  reg_date datetime not null default current_timestamp,
  reg_user varchar(36) not null default 'system',
  modi_date datetime not null default current_timestamp,
  modi_user varchar(36) not null default 'system',
  primary key (channel_id)
);

create table alarm_sns_targets (
  channel_id int unsigned not null,
  target_id bigint(20) unsigned not null,
  reg_date datetime not null default current_timestamp,
  reg_user varchar(36) not null default 'system',
  modi_date datetime not null default current_timestamp,
  modi_user varchar(36) not null default 'system'
);
create unique index uix_alarm_sns_targets on alarm_sns_targets (channel_id, target_id);

create table app_auto_scaling_policies (
  app_guid varchar(50) not null,
  instance_min_cnt int unsigned not null,
  instance_max_cnt int unsigned not null,
  cpu_min_threshold int unsigned not null,
  cpu_max_threshold int unsigned not null,
  memory_min_threshold int unsigned not null,
  memory_max_threshold int unsigned not null,
  instance_scaling_unit int unsigned not null,
  measure_time_sec int unsigned not null,
  auto_scaling_cpu_yn varchar(1) not null,
  auto_scaling_memory_yn varchar(1) not null,
  auto_scaling_out_yn varchar(1) not null,
  auto_scaling_in_yn varchar(1) not null,
  reg_date datetime not null default current_timestamp,
  reg_user varchar(36) not null default 'system',
  modi_date datetime not null default current_timestamp,
  modi_user varchar(36) not null default 'system',
  primary key (app_guid)
);

create table app_alarm_policies (
  app_guid varchar(50) not null,
  cpu_warning_threshold int unsigned not null,
  cpu_critical_threshold int unsigned not null,
  memory_warning_threshold int unsigned not null,
  memory_critical_threshold int unsigned not null,
  measure_time_sec int unsigned not null,
  email varchar(100) null default null,
  email_send_yn varchar(1) not null,
  alarm_use_yn varchar(1) not null,
  reg_date datetime not null default current_timestamp,
  reg_user varchar(36) not null default 'system',
  modi_date datetime not null default current_timestamp,
  modi_user varchar(36) not null default 'system',
  primary key (app_guid)
);

create table app_alarm_histories (
  alarm_id int unsigned not null auto_increment,
  app_guid varchar(50) not null,
  app_idx int unsigned not null,
  resource_type varchar(10) not null,
  alarm_level varchar(8) not null,
  app_name varchar(50) not null,
  cell_ip varchar(15) not null,
  container_id varchar(50) not null,
  container_interface varchar(20) not null,
  alarm_title varchar(1000) not null,
  alarm_message text not null,
  alarm_send_date datetime null default null,
  terminate_yn varchar(1) not null,
  reg_date datetime not null default current_timestamp,
  reg_user varchar(36) not null default 'system',
  modi_date datetime not null default current_timestamp,
  modi_user varchar(36) not null default 'system',
  primary key (alarm_id)
);

insert into zones (id, name) values (1, 'z1'), (2, 'z2'), (3, 'z3');

insert into vms (id, zone_id, name, ip, vm_type) values
  (11, 1, 'diego-cell/0', '10.0.1.17', 'cel'), (12, 2, 'diego-cell/1', '10.0.2.17', 'cel'),
  (13, 3, 'router/0', '10.0.3.10', 'vms'), (14, 1, 'database/0', '10.0.1.20', 'vms');

insert into alarm_policies (id, origin_type, alarm_type, warning_threshold, critical_threshold, repeat_time,
    measure_time, comment) values
  (1, 'pas', 'cpu', 70, 80, 5, 300, '야간 점검 기준'), (2, 'pas', 'memory', 85, 90, 10, 600, 'Initial Data'),
  (3, 'pas', 'disk', 85, 90, 10, 600, 'Initial Data'), (4, 'bos', 'cpu', 85, 90, 10, 600, 'Initial Data'),
  (5, 'bos', 'memory', 85, 90, 10, 600, null), (6, 'bos', 'disk', 85, 90, 10, 600, 'Initial Data'),
  (7, 'con', 'cpu', 85, 90, 10, 600, 'Initial Data'), (8, 'con', 'memory', 85, 90, 10, 600, 'Initial Data'),
  (9, 'con', 'disk', 90, 85, 10, 600, 'the wrong way round'), (10, 'ias', 'cpu', 85, 90, 10, 600, 'Initial Data');

insert into alarm_targets (id, origin_type, mail_address, mail_send_yn) values
  (1, 'bos', 'bosh-team@example.org', 'Y'), (2, 'pas', 'platform@example.org', 'Y'),
  (3, 'con', 'apps@example.org', 'N'), (4, 'ias', 'iaas@example.org', 'Y');

insert into alarms (id, origin_type, origin_id, alarm_type, level, ip, app_yn, app_name, app_index, container_name,
    alarm_title, alarm_message, resolve_status, alarm_cnt, reg_date, modi_date, alarm_send_date, complete_date,
    complete_user) values
  (101, 'pas', 11, 'cpu', 'warning', '10.0.1.17', 'N', '', 0, '', '[PaaS-TA]의 cpu 상태 [warning]',
    'PaaS-TA cpu의 상태warning', '1', 1, '2024-03-01 01:02:03', '2024-03-01 01:02:03', '2024-03-09 01:00:00', null, null),
  (102, 'pas', 11, 'cpu', 'critical', '10.0.1.17', 'N', '', 0, '', '[PaaS-TA]의 cpu 상태 [critical]',
    'PaaS-TA cpu의 상태critical', '1', 1, '2024-03-02 01:02:03', '2024-03-02 01:02:03', '2024-03-09 01:00:00', null, null),
  (103, 'con', 12, 'memory', 'warning', '10.0.2.17', 'Y', 'spring-music', 3, 'a1b2c3d4', 'spring-music[3] App 상태 Warning.',
    'CellName', '2', 1, '2024-03-03 01:02:03', '2024-03-03 05:00:00', '2024-03-03 02:00:00', null, null),
  (104, 'bos', 9999, 'fail', 'fail', '10.0.0.6', 'N', '', 0, '', '[bosh]의 fail 상태 [fail]', '[bosh]가 다운되었습니다.', '3', 1,
    '2024-02-01 10:00:00', '2024-02-01 11:30:00', '2024-02-01 11:00:00', '2024-02-01 11:30:00', 'admin'),
  (105, 'ias', 10105, 'cpu', 'critical', '10.9.9.9', 'N', '', 0, '', 'IaaS', 'IaaS', '1', 1, '2024-02-01 10:00:00',
    '2024-02-01 10:00:00', null, null, null);

insert into alarm_actions (id, alarm_id, alarm_action_desc, reg_date, reg_user, modi_date) values
  (1, 104, '디렉터 재시작', '2024-02-01 11:20:00', 'admin', '2024-02-01 11:20:00'),
  (2, 104, '디스크를 늘렸다', '2024-02-01 11:25:00', 'admin', '2024-02-01 11:29:00');

insert into alarm_sns (channel_id, origin_type, sns_type, sns_id, token, expl, sns_send_yn) values
  (1, 'all', 'telegram', 'paasta_bot', '0:invented', '운영 알림', 'Y'), (2, 'pas', 'telegram', 'vm_bot', '0:none', 'VM', 'N');

insert into alarm_sns_targets (channel_id, target_id) values (1, 123456789), (1, 987654321), (2, 18446744);

insert into app_auto_scaling_policies (app_guid, instance_min_cnt, instance_max_cnt, cpu_min_threshold,
    cpu_max_threshold, memory_min_threshold, memory_max_threshold, instance_scaling_unit, measure_time_sec,
    auto_scaling_cpu_yn, auto_scaling_memory_yn, auto_scaling_out_yn, auto_scaling_in_yn) values
  ('b7a14c50-0000-4108-bb1f-000000000001', 1, 10, 20, 80, 20, 80, 1, 120, 'Y', 'Y', 'Y', 'Y'),
  ('b7a14c50-0000-4108-bb1f-000000000002', 3, 1, 20, 80, 20, 80, 1, 120, 'Y', 'N', 'Y', 'N');

insert into app_alarm_policies (app_guid, cpu_warning_threshold, cpu_critical_threshold, memory_warning_threshold,
    memory_critical_threshold, measure_time_sec, email, email_send_yn, alarm_use_yn) values
  ('b7a14c50-0000-4108-bb1f-000000000001', 70, 80, 70, 80, 60, 'owner@example.org', 'Y', 'Y'),
  ('b7a14c50-0000-4108-bb1f-000000000002', 0, 0, 0, 0, 60, null, 'N', 'N');

insert into app_alarm_histories (alarm_id, app_guid, app_idx, resource_type, alarm_level, app_name, cell_ip,
    container_id, container_interface, alarm_title, alarm_message, alarm_send_date, terminate_yn) values
  (1, 'b7a14c50-0000-4108-bb1f-000000000001', 0, 'cpu', 'warning', 'spring-music', '10.0.1.17', 'a1b2', 's-010255116050',
    'spring-music[0] App의 cpu 상태 - warning', '...', '2024-03-03 02:00:00', 'Y'),
  (2, 'b7a14c50-0000-4108-bb1f-000000000001', 1, 'memory', 'critical', 'spring-music', '10.0.2.17', 'b2c3',
    's-010255116051', 'spring-music[1] App의 memory 상태 - critical', '...', null, 'N');

insert into member_infos (user_id, user_pw, user_email, user_nm) values ('admin', 'x', 'admin@example.org', '관리자');
