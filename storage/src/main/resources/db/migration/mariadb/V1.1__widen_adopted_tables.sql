-- An adopted schema was made by PaaS-TA's GORM: what is too narrow there becomes as wide as in a fresh one.

-- "ip-ip" of a container needs 31 characters; in strict mode the insert failed.
alter table app_alarm_histories
  modify column container_interface varchar(64) not null,
  modify column cell_ip varchar(45) not null,
  modify column app_name varchar(50) character set utf8mb4 not null,
  modify column alarm_title varchar(1000) character set utf8mb4 not null,
  modify column alarm_message text character set utf8mb4 not null;

-- A Telegram group's id is negative.
alter table alarm_sns_targets modify column target_id bigint not null;

-- An IPv6 address has up to 45 characters. Two directors' networks may overlap, and a VM may take over the address
-- of one that is still listed: an address does not identify a VM.
set statement sql_notes = 0 for alter table vms drop index if exists uix_vms_ip;
alter table vms default character set utf8mb4 collate utf8mb4_bin, modify column ip varchar(45) not null;

-- People's texts may hold any character, "utf8" only those of the first plane. Who did it may be an e-mail address.
alter table alarms default character set utf8mb4 collate utf8mb4_bin,
  modify column ip varchar(45) null,
  modify column app_name varchar(500) character set utf8mb4 null,
  modify column alarm_title varchar(5000) character set utf8mb4 not null,
  modify column alarm_message text character set utf8mb4 not null,
  modify column complete_user varchar(255) null;
alter table alarm_actions
  modify column alarm_action_desc text character set utf8mb4 null,
  modify column reg_user varchar(255) not null default 'system',
  modify column modi_user varchar(255) null;
alter table alarm_policies default character set utf8mb4 collate utf8mb4_bin,
  modify column comment varchar(5000) character set utf8mb4 null;
-- PaaS-TA 2.0 took a mean over two minutes, and had no column for it.
alter table alarm_policies add column if not exists measure_time integer default 120 not null;
