-- Who did what to what, when, from where, and how it ended; see docs/adr/0032. What was done is noted in the transaction that
-- does it. Of keys, tokens and links nothing stands here that opens anything.
create table audit_entry (
    id           uuid primary key,
    at           timestamptz not null default clock_timestamp(),
    -- key:{id}, token:{subject}, local, webhook, message, command, or nobody, who was not let in.
    actor        text        not null,
    -- What people call it: a key's name.
    actor_name   text,
    owner        text        not null,
    -- The address that it was asked from, as far as there is one.
    address      text,
    action       text        not null,
    -- No foreign key: that a recording was removed is told too.
    recording_id uuid,
    -- What else was meant: an organisation, a key.
    subject_id   uuid,
    -- DONE, REFUSED, or FAILED, where something went wrong here and it may have been done or not.
    outcome      text        not null,
    reason       text,
    detail       text,
    -- How often the same was refused in a short while.
    times        integer     not null default 1
);

create index audit_entry_by_age on audit_entry (at, id);
create index audit_entry_of_actor on audit_entry (actor, at, id);
create index audit_entry_of_recording on audit_entry (recording_id, at, id) where recording_id is not null;

-- It is only added to. What is a day old may be removed for its age; nothing is ever changed.
create function keep_audit_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.at < clock_timestamp() - interval '1 day' then
            return old;
        end if;
    end if;
    raise exception 'the audit log is only added to';
end $$;

create trigger audit_entry_is_kept before update or delete on audit_entry for each row execute function keep_audit_entry();
create trigger audit_is_kept before truncate on audit_entry for each statement execute function keep_audit_entry();

-- What a key may do at most: absent where the service's settings tell, 0 where there is no limit.
alter table api_key add column requests_a_minute integer check (requests_a_minute >= 0);
alter table api_key add column recordings_a_day integer check (recordings_a_day >= 0);
alter table api_key add column recordings_under_way integer check (recordings_under_way >= 0);

-- On how many recordings work was begun for somebody with a quota, on a day of UTC.
create table quota_use (
    actor      text    not null,
    day        date    not null,
    recordings integer not null,
    primary key (actor, day)
);

-- Whose key or token work on a recording was last begun with; absent where it was none.
alter table recording add column begun_by text;
create index recording_under_way_for on recording (begun_by) where begun_by is not null and finished_at is null;
