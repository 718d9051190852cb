-- A recording that is held is removed neither by age nor by request, nor is anything of it.
alter table recording add column held boolean not null default false;

-- Whether its source files were dropped, for their age: another file of it begins with fetching them again.
alter table recording add column sources_dropped boolean not null default false;

create index recording_ended on recording (finished_at) where finished_at is not null and not held;

-- A worker that met a store without room, until it has stored something again or the time is over: nothing is taken in
-- meanwhile.
create table store_full (
    holder  text primary key,
    message text        not null,
    until   timestamptz not null
);

-- Whether an event was published to other systems; see docs/messages.md.
alter table recording_event add column published boolean not null default false;
create index recording_event_unpublished on recording_event (id) where not published;
