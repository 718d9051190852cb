-- Tasks are taken in turns: among owners, then among an owner's recordings, then by priority.
alter table task add column owner text;
update task set owner = recording.owner from recording where recording.id = task.recording_id;
alter table task alter column owner set not null;
alter table recording add column priority integer not null default 0;
alter table task add column priority integer not null default 0;

-- Whether a waiting task may be claimed: it is due, and nothing that it belongs to is paused. Kept as a column, so that the
-- index below holds exactly what may be claimed, however much else is waiting.
alter table task add column ready boolean not null default true;

drop index task_waiting;
create index task_ready on task (kind, owner, recording_id, priority desc, id) where state = 'WAITING' and ready;
create index task_resting on task (due_at) where state = 'WAITING' and not ready;
create index task_unannounced on task (announced_at nulls first) where state = 'WAITING' and ready;
drop index task_leased;
create index task_leased on task (lease_until) where state = 'LEASED';

-- Who had the last turn. A row is no lock: whoever cannot change it at once goes on without.
create table owner_turn (
    kind  text primary key,
    owner text not null
);

create table recording_turn (
    kind         text,
    owner        text,
    recording_id uuid not null,
    primary key (kind, owner)
);

-- What is not to be worked at: everything, what an owner submitted, or a recording.
create table pause (
    scope   text not null check (scope in ('ALL', 'OWNER', 'RECORDING')),
    subject text not null,
    since   timestamptz not null default clock_timestamp(),
    primary key (scope, subject)
);

create index task_ended on task (finished_at) where state in ('DONE', 'FAILED', 'CANCELLED');

-- Ended tasks are folded into one row for each step of a recording.
create table task_fold (
    recording_id uuid   not null references recording on delete cascade,
    kind         text   not null,
    done         bigint not null,
    failed       bigint not null,
    attempts     bigint not null,
    primary key (recording_id, kind)
);

-- A segment outlives the task that fetched it.
alter table segment drop constraint segment_task_id_fkey;
