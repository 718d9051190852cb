-- What keeps the engine's statements cheap among millions of tasks; see "Claims among millions of tasks" in
-- docs/performance.md for what was counted.

-- Waiting, due, and kept back by a pause. Otherwise all that a pause holds lay at the front of what rests, where every look
-- for tasks whose time has come would read it again. Set only by who holds the lock of pauses.
alter table task add column held boolean not null default false;
alter table task add constraint only_what_waits_is_held check (not held or (state = 'WAITING' and not ready));
drop index task_resting;
create index task_resting on task (due_at) where state = 'WAITING' and not ready and not held;
create index task_held on task (owner, recording_id) where held;

-- "Never told" or "told long ago" is one range of this index for each kind, which ends before the first that was told
-- lately.
drop index task_unannounced;
create index task_unannounced on task (kind, coalesce(announced_at, '-infinity')) where state = 'WAITING' and ready;

-- Whether a recording has an open task is seen without reading those that have ended.
create index task_open on task (recording_id, kind) where state in ('WAITING', 'LEASED');
create index recording_under_way on recording (id) where state in ('PENDING', 'DOWNLOADING', 'DOWNLOADED', 'PROCESSING');

-- Ended tasks are walked in batches, each of which begins exactly where the one before ended.
drop index task_ended;
create index task_ended on task (finished_at, id) where state in ('DONE', 'FAILED', 'CANCELLED');

-- Every claim leaves a dead entry in task_ready, and whoever looks for the next task steps over it until vacuum has been
-- there. By default vacuum comes after a fifth of the table has changed, and even then leaves indexes alone while few
-- pages hold dead rows: among ten million ended tasks that is never.
alter table task set (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 20000,
    autovacuum_vacuum_cost_limit = 1000,
    autovacuum_analyze_scale_factor = 0.02,
    vacuum_index_cleanup = on);

-- One row a kind and one an owner, changed by every claim: kept short, and changed within their page.
alter table owner_turn set (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
alter table recording_turn set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);
