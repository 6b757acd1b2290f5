-- What a director last said of the jobs' processes of a VM; one line a process: name, state, seconds up, CPU, bytes and
-- percent of memory, with tabs between them.
create table if not exists vm_jobs (
  vm_guid varchar(64) not null,
  director varchar(255) not null,
  told_at ${instant} not null,
  processes text not null,
  primary key (vm_guid)
) ${options};
create index if not exists ix_vm_jobs_director on vm_jobs (director);
