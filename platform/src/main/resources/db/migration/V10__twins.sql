-- A file may have a twin, a playlist that stands in for what the file lacks; see docs/adr/0018. The twin becomes a row of its
-- own when the file turned out to have no picture (TWIN_PICTURE) or could not be had (TWIN).
alter table segment add column twin text;
alter table segment add column pictured boolean not null default false;

alter table segment drop constraint segment_kind_check;
alter table segment add constraint segment_kind_check
    check (kind in ('MEDIA', 'PICTURE', 'DOCUMENT', 'TWIN', 'TWIN_PICTURE'));
