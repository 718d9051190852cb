-- What happened to recordings, for whoever listens; see docs/adr/0024. A row is written with what it tells of, by a trigger,
-- so that nothing can be changed without being told.
--
-- Numbers are given when a row is written and seen when its transaction ends, so a reader that remembers the highest number
-- would miss what was numbered earlier and ends later. Who reads onwards goes by the transaction: it reads the rows with
-- from <= tx < pg_snapshot_xmin(pg_current_snapshot()), all of which have ended, and goes on from there. Of one recording, the
-- order of numbers is the order of what happened, since its row is locked meanwhile; who marks rows as done goes by numbers.
create table recording_event (
    id           bigint generated always as identity primary key,
    tx           xid8        not null default pg_current_xact_id(),
    -- No foreign key: that a recording was removed is told too.
    recording_id uuid        not null,
    owner        text        not null,
    -- STATE: it was submitted, its state or its outcome is another; PAUSE: a pause of it began or ended; REMOVED.
    change       text        not null,
    state        text        not null,
    outcome      text,
    at           timestamptz not null default clock_timestamp()
);

create index recording_event_onwards on recording_event (tx);
create index recording_event_by_age on recording_event (at);
create index recording_event_of_recording on recording_event (recording_id);

create function tell_of_recording() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        insert into recording_event (recording_id, owner, change, state, outcome)
        values (old.id, old.owner, 'REMOVED', old.state, old.outcome);
    else
        insert into recording_event (recording_id, owner, change, state, outcome)
        values (new.id, new.owner, 'STATE', new.state, new.outcome);
    end if;
    return null;
end $$;

create trigger recording_told_of after insert or delete on recording
    for each row execute function tell_of_recording();
create trigger recording_change_told_of after update on recording
    for each row when (old.state is distinct from new.state or old.outcome is distinct from new.outcome)
    execute function tell_of_recording();

create function tell_of_pause() returns trigger language plpgsql as $$
begin
    insert into recording_event (recording_id, owner, change, state, outcome)
    select id, owner, 'PAUSE', state, outcome from recording
     where id = cast(case tg_op when 'DELETE' then old.subject else new.subject end as uuid);
    return null;
end $$;

create trigger pause_told_of after insert on pause
    for each row when (new.scope = 'RECORDING') execute function tell_of_pause();
create trigger end_of_pause_told_of after delete on pause
    for each row when (old.scope = 'RECORDING') execute function tell_of_pause();

-- Recordings are listed by owner, newest first: their ids grow with time.
create index recording_of_owner on recording (owner, id desc);

-- Submissions that came with a key, so that one which is sent again is answered as before instead of being done again.
create table idempotency_key (
    owner        text        not null,
    key          text        not null,
    -- SHA-256 of what was submitted, in which there may be a secret.
    submission   bytea       not null,
    recording_id uuid        not null references recording on delete cascade,
    created_at   timestamptz not null default clock_timestamp(),
    primary key (owner, key)
);

create index idempotency_key_by_age on idempotency_key (created_at);
create index idempotency_key_of_recording on idempotency_key (recording_id);
