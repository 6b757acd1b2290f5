-- In which zone the days of a silence that comes again begin: "each Sunday at 02:00" is another moment in Seoul than in UTC.
alter table silences add column if not exists time_zone varchar(64) default 'UTC' not null;
