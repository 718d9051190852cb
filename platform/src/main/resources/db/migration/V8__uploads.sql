-- A large file that is being stored in parts, written down so that any worker can go on with it. No foreign keys: a row
-- stays until the store was told to forget the upload, whatever became of its recording. One without use is abandoned
-- first, then aborted at the store, then removed.
create table segment_upload (
    id           uuid primary key,
    recording_id uuid        not null,
    segment_id   text        not null,
    object_key   text        not null,
    upload_id    text        not null,
    validator    text        not null,
    bytes        bigint      not null check (bytes > 0),
    part_bytes   bigint      not null check (part_bytes > 0),
    abandoned    boolean     not null default false,
    touched_at   timestamptz not null default clock_timestamp()
);

create unique index segment_upload_under_way on segment_upload (recording_id, segment_id) where not abandoned;

create table segment_upload_part (
    upload uuid    not null references segment_upload on delete cascade,
    number integer not null check (number > 0),
    etag   text    not null,
    primary key (upload, number)
);
