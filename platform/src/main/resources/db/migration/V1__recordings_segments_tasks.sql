-- A recording: one link of one owner, and how far it has come.
create table recording (
    id                uuid primary key,
    owner             text        not null,
    source            text        not null,
    link_key          text        not null,
    page              text        not null,
    state             text        not null,
    outcome           text,
    title             text,
    started_at        timestamptz,
    started_at_offset integer,
    duration_millis   bigint,
    manifest_key      text,
    artifact_key      text,
    artifact_bytes    bigint,
    failure_reason    text,
    failure_message   text,
    failure_advice    text,
    created_at        timestamptz not null default clock_timestamp(),
    updated_at        timestamptz not null default clock_timestamp(),
    constraint recording_is_one_link_of_one_owner unique (owner, source, link_key)
);

-- A piece of work. Due and lease times are of this server's clock.
create table task (
    id              uuid primary key,
    recording_id    uuid        not null references recording on delete cascade,
    kind            text        not null,
    state           text        not null,
    attempts        integer     not null default 0,
    fence           bigint      not null default 0,
    due_at          timestamptz not null default clock_timestamp(),
    lease_holder    text,
    lease_until     timestamptz,
    announced_at    timestamptz,
    progress        real        not null default 0,
    failure_reason  text,
    failure_message text,
    created_at      timestamptz not null default clock_timestamp(),
    finished_at     timestamptz,
    constraint lease_has_holder_and_end check ((state = 'LEASED') = (lease_holder is not null and lease_until is not null))
);

create index task_waiting on task (kind, due_at) where state = 'WAITING';
create index task_leased on task (kind, lease_until) where state = 'LEASED';
create index task_of_recording on task (recording_id, kind);

-- A media file of a recording. Its id comes from the source, not from its place in a list.
create table segment (
    recording_id    uuid   not null references recording on delete cascade,
    id              text   not null,
    url             text   not null,
    task_id         uuid   not null references task,
    state           text   not null,
    object_key      text,
    bytes           bigint,
    failure_reason  text,
    failure_message text,
    primary key (recording_id, id),
    constraint stored_segment_has_its_object check ((state = 'STORED') = (object_key is not null and bytes is not null))
);

create index segment_of_task on segment (task_id);

-- What is missing from a finished recording, and when.
create table gap (
    recording_id uuid   not null references recording on delete cascade,
    position     integer not null,
    participant  text,
    from_millis  bigint not null,
    to_millis    bigint not null,
    reason       text   not null,
    primary key (recording_id, position)
);

-- Session ids and tokens, sealed with the key that only the services which need them hold.
create table secret (
    recording_id uuid  not null references recording on delete cascade,
    name         text  not null,
    sealed       bytea not null,
    primary key (recording_id, name)
);
