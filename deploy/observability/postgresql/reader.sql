-- The role that dashboards read recordings with: it reads what is named here and nothing else, and changes nothing. For
-- psql, as the owner of the tables or as a superuser, who may make roles; as often as one likes, and again after an upgrade:
--
--   POSTGRES_READER_PASSWORD=… psql --file=reader.sql postgresql://archiver@localhost/archiver
--
-- It never sees what opens something or leads to it: session ids and tokens (secret, organisation), keys (api_key), links
-- and addresses of recordings and of their files. Columns are named one by one, so a new one is hidden until it is added here.
\set ON_ERROR_STOP on
\getenv password POSTGRES_READER_PASSWORD

begin;

do $$
begin
    if not exists (select from pg_roles where rolname = 'archiver_reader') then
        create role archiver_reader;
    end if;
end
$$;

alter role archiver_reader with login nosuperuser nocreatedb nocreaterole noinherit noreplication connection limit 10
    password :'password';

-- A dashboard that asks for too much is let go before anybody who works notices.
alter role archiver_reader set default_transaction_read_only = on;
alter role archiver_reader set statement_timeout = '10s';
alter role archiver_reader set idle_in_transaction_session_timeout = '10s';
alter role archiver_reader set lock_timeout = '2s';

-- What an older version of this file gave is taken back.
revoke all on all tables in schema public from archiver_reader;
grant usage on schema public to archiver_reader;

grant select (
    id, owner, source, state, outcome, title, started_at, duration_millis, failure_reason, failure_message, failure_advice,
    created_at, updated_at, finished_at, priority, start_millis, most_millis, quality, strict, layout, chat, hide_silent,
    stems, held, sources_dropped, trace
) on recording to archiver_reader;

grant select (
    id, recording_id, kind, state, attempts, due_at, ready, held, lease_holder, lease_until, progress, failure_reason,
    failure_message, created_at, finished_at
) on task to archiver_reader;

grant select (recording_id, kind, done, failed, attempts) on task_fold to archiver_reader;

grant select (
    recording_id, id, kind, state, bytes, looks, task_id, failure_reason, failure_message
) on segment to archiver_reader;

grant select (recording_id, number, millis, made_from, task_id, object_key) on part to archiver_reader;

grant select (
    recording_id, position, kind, participant, name, from_millis, to_millis, reason
) on gap to archiver_reader;

grant select (
    recording_id, name, bytes, media_type, duration_millis, created_at
) on artifact to archiver_reader;

grant select (id, recording_id, change, state, outcome, at) on recording_event to archiver_reader;

grant select (scope, subject, since) on pause to archiver_reader;

commit;
