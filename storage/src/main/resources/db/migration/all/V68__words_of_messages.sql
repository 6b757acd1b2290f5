-- What a message said, kept with the row that led it.
alter table notifications add column title varchar(255) null;
alter table notifications add column body ${long_text} null;
