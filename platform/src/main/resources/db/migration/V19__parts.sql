-- A part of a recording that any compile worker may render. What it is made of says the script, an object whose key tells its
-- content: a part that was stored stays good as long as the script is the same.
create table part (
    recording_id uuid    not null references recording on delete cascade,
    number       integer not null,
    script_key   text    not null,
    millis       bigint  not null check (millis >= 0),
    task_id      uuid,
    object_key   text,
    note         text,
    primary key (recording_id, number),
    constraint stored_part_has_its_note check ((object_key is null) = (note is null))
);

create index part_of_task on part (task_id);
