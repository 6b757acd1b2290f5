-- How many minutes a receiver waits for somebody to acknowledge; 0: as long as the batch's configuration says.
alter table receivers add column if not exists escalation_minutes integer default 0 not null;
