-- A media file that comes damaged is asked for again, a few times; meanwhile the best of what came is kept.
alter table segment add column looks integer not null default 0;
alter table segment add column kept_key text;
alter table segment add column kept_bytes bigint;
alter table segment add check ((kept_key is null) = (kept_bytes is null));
