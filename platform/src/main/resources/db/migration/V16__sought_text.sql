-- What recordings are looked for by: title and page in small letters, which the service writes. In a database whose locale
-- is C, only Latin letters would have small ones.
alter table recording add column sought text not null default '';
update recording set sought = lower(coalesce(title, '') || E'\n' || page);
