-- What file is wanted of a recording; see RenditionOptions. Files that were made before are kept beside it.
alter table recording add column start_millis bigint check (start_millis > 0);
alter table recording add column most_millis bigint check (most_millis > 0);
alter table recording add column quality text not null default 'SOURCE'
    check (quality in ('SOURCE', 'P1080', 'P720', 'P480'));
alter table recording add column strict boolean not null default false;

-- When it came to its end, whichever; of this server's clock, like all times.
alter table recording add column finished_at timestamptz;
update recording set finished_at = updated_at where state in ('PROCESSED', 'UPLOADED', 'FAILED', 'SKIPPED', 'CANCELLED');

create function note_end_of_recording() returns trigger language plpgsql as $$
begin
    new.updated_at := clock_timestamp();
    if new.state is distinct from old.state then
        new.finished_at := case when new.state in ('PROCESSED', 'UPLOADED', 'FAILED', 'SKIPPED', 'CANCELLED')
                                then clock_timestamp() end;
    end if;
    return new;
end $$;

create trigger recording_ends before update on recording for each row execute function note_end_of_recording();

-- Finished files, by the names that people ask for them by.
create table artifact (
    recording_id    uuid        not null references recording on delete cascade,
    name            text        not null,
    object_key      text        not null,
    bytes           bigint      not null,
    media_type      text        not null,
    duration_millis bigint,
    created_at      timestamptz not null default clock_timestamp(),
    primary key (recording_id, name)
);

insert into artifact (recording_id, name, object_key, bytes, media_type, duration_millis, created_at)
select id, 'video.mp4', artifact_key, artifact_bytes, 'video/mp4', duration_millis, updated_at
  from recording where artifact_key is not null;

alter table recording drop column artifact_key, drop column artifact_bytes;
