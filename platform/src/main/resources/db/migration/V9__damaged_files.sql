-- A media file that comes damaged is asked for again, a few times; meanwhile the best of what came is kept.
alter table segment add column looks integer not null default 0;
alter table segment add column kept_key text;
alter table segment add column kept_bytes bigint;
alter table segment add check ((kept_key is null) = (kept_bytes is null));

-- Slides and documents can be missing too. A document is missing from the recording, not from a stretch of its time.
alter table gap add column kind text not null default 'MEDIA';
alter table gap alter column kind drop default;
alter table gap add constraint gap_kind check (kind in ('MEDIA', 'SLIDE', 'DOCUMENT'));
alter table gap add column name text;
alter table gap alter column from_millis drop not null;
alter table gap alter column to_millis drop not null;
alter table gap add constraint gap_has_its_time check (
    (from_millis is null) = (kind = 'DOCUMENT') and (to_millis is null) = (kind = 'DOCUMENT'));
