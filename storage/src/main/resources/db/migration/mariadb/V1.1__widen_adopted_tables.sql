-- An adopted schema was made by PaaS-TA's GORM: what is too narrow there becomes as wide as in a fresh one.

-- "ip-ip" of a container needs 31 characters; in strict mode the insert failed.
alter table app_alarm_histories modify column container_interface varchar(64) not null;
alter table app_alarm_histories modify column cell_ip varchar(45) not null;
-- A Telegram group's id is negative.
alter table alarm_sns_targets modify column target_id bigint not null;
-- An IPv6 address has up to 45 characters. Two directors' networks may overlap, and a VM may take over the address
-- of one that is still listed: an address does not identify a VM.
alter table vms drop index if exists uix_vms_ip;
alter table vms drop index if exists ip;
alter table vms modify column ip varchar(45) not null;
alter table alarms modify column ip varchar(45) null;
-- Who did it may be an e-mail address.
alter table alarms modify column complete_user varchar(255) null;
alter table alarm_actions modify column reg_user varchar(255) not null default 'system';
alter table alarm_actions modify column modi_user varchar(255) null;
