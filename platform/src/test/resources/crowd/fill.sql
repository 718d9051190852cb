-- Fills an empty catalog with a crowd of tasks, the same at every run. Says how large by settings of the session:
-- crowd.due, crowd.resting, crowd.leased and crowd.ended.
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set max_parallel_maintenance_workers = 0; -- containers have little shared memory

create function pg_temp.setting(name text) returns bigint language sql stable
    return cast(current_setting('crowd.' || name) as bigint);

-- In the order of their numbers, as ids of this catalog are in the order of their times.
create function pg_temp.id(family int, number bigint) returns uuid language sql immutable
    return cast(lpad(to_hex(family), 2, '0') || lpad(to_hex(number), 10, '0') || '70008000000000000000' as uuid);

-- Indexes and keys are put back after the rows are there, which takes a fraction of the time.
create temporary table put_away as
    select conname as name, contype, 'alter table task drop constraint ' || conname as away,
           'alter table task add constraint ' || conname || ' ' || pg_get_constraintdef(oid) as back
      from pg_constraint where conrelid = 'task'::regclass and contype in ('p', 'f')
    union all
    select cast(cast(indexrelid as regclass) as text), 'i', 'drop index ' || cast(indexrelid as regclass), pg_get_indexdef(indexrelid)
      from pg_index where indrelid = 'task'::regclass and not indisprimary;
do $$ declare what text; begin
    for what in select away from put_away loop execute what; end loop;
end $$;

-- Families of recordings: 1 has ended, of 50 tasks each. Under way are 2, of one owner, with 50 batches to fetch each; 3, of
-- many owners with 5 recordings each, of 4 tasks each; 9, of one owner, with one step of compiling left to do
-- for each.
insert into recording (id, owner, source, link_key, page, state, title)
select pg_temp.id(1, number), 'owner ' || number % 20000, 'mts-link', 'ended ' || number, 'https://example.org/' || number,
       case when number % 20 = 0 then 'FAILED' when number % 20 = 1 then 'CANCELLED' else 'PROCESSED' end, 'Algebra'
from generate_series(0, pg_temp.setting('ended') / 50 - 1) as number;
insert into recording (id, owner, source, link_key, page, state)
select pg_temp.id(2, number), 'owner of many', 'mts-link', 'many ' || number, 'https://example.org/' || number, 'DOWNLOADING'
from generate_series(0, pg_temp.setting('due') / 100 - 1) as number;
insert into recording (id, owner, source, link_key, page, state)
select pg_temp.id(3, number), 'owner ' || number / 5, 'mts-link', 'few ' || number, 'https://example.org/' || number,
       case number % 5 when 0 then 'PENDING' else 'DOWNLOADING' end
from generate_series(0, pg_temp.setting('due') / 10 - 1) as number;
insert into recording (id, owner, source, link_key, page, state)
select pg_temp.id(9, number), 'local', 'mts-link', 'local ' || number, 'https://example.org/' || number, 'DOWNLOADED'
from generate_series(0, pg_temp.setting('due') / 10 - 1) as number;

-- What has ended, long ago: every twentieth is of a recording that is still under way.
insert into task (id, recording_id, owner, kind, state, attempts, fence, due_at, created_at, finished_at, progress, priority, ready)
select pg_temp.id(4, number),
       case when of_many then pg_temp.id(2, number / 20 % (pg_temp.setting('due') / 100)) else pg_temp.id(1, number / 50) end,
       case when of_many then 'owner of many' else 'owner ' || number / 50 % 20000 end,
       case when of_many then 'FETCH' when number % 50 = 1 then 'PLAN' when number % 50 = 49 then 'COMPILE' else 'FETCH' end,
       case when number % 30 = 2 then 'FAILED' when number % 30 = 3 then 'CANCELLED' else 'DONE' end,
       1 + number % 3, 1 + number % 3, ended, ended, ended, 1, number % 3, false
from (select number, number % 20 = 0 as of_many,
             timestamptz '2026-01-28 17:00Z' + number * interval '1 millisecond' as ended
        from generate_series(0, pg_temp.setting('ended') - 1) as number) as numbered;

-- What is due, and was announced lately: half of it one owner's.
insert into task (id, recording_id, owner, kind, state, priority, due_at, announced_at)
select pg_temp.id(5, number), pg_temp.id(2, number / 50), 'owner of many', 'FETCH', 'WAITING', number % 3,
       timestamptz '2026-01-28 17:00Z', clock_timestamp()
from generate_series(0, pg_temp.setting('due') / 2 - 1) as number;
insert into task (id, recording_id, owner, kind, state, priority, due_at, announced_at)
select pg_temp.id(6, number), pg_temp.id(3, number / 4), 'owner ' || number / 20,
       case number / 4 % 5 when 0 then 'PLAN' else 'FETCH' end,
       'WAITING', number % 3, timestamptz '2026-01-28 17:00Z', clock_timestamp()
from generate_series(0, pg_temp.setting('due') * 4 / 10 - 1) as number;
insert into task (id, recording_id, owner, kind, state, due_at, announced_at)
select pg_temp.id(9, number), pg_temp.id(9, number), 'local',
       case number % 20 when 1 then 'RENDER' when 2 then 'ASSEMBLE' else 'COMPILE' end, 'WAITING',
       timestamptz '2026-01-28 17:00Z', clock_timestamp()
from generate_series(0, pg_temp.setting('due') / 10 - 1) as number;

-- What rests until tomorrow, and what workers hold.
insert into task (id, recording_id, owner, kind, state, attempts, fence, due_at, ready)
select pg_temp.id(7, number), pg_temp.id(2, number % (pg_temp.setting('due') / 100)), 'owner of many', 'FETCH', 'WAITING', 1, 1,
       clock_timestamp() + interval '1 day' + number * interval '1 millisecond', false
from generate_series(0, pg_temp.setting('resting') - 1) as number;
insert into task (id, recording_id, owner, kind, state, attempts, fence, lease_holder, lease_until, ready)
select pg_temp.id(8, number), pg_temp.id(3, number), 'owner ' || number / 5, 'FETCH', 'LEASED', 1, 1, 'worker',
       clock_timestamp() + interval '1 day' + number * interval '1 millisecond', false
from generate_series(0, pg_temp.setting('leased') - 1) as number;

-- A file for each batch that is due.
insert into segment (recording_id, id, url, kind, task_id, state)
select recording_id, cast(id as text), 'https://example.org/' || id, 'MEDIA', id, 'WANTED'
from task where state = 'WAITING' and kind = 'FETCH' and ready;

do $$ declare what text; begin
    for what in select back from put_away order by contype desc loop execute what; end loop;
end $$;
drop table put_away;
reset all;
