-- An organisation whose recordings are archived without anybody submitting their links.
create table organisation (
    id             uuid primary key,
    owner          text        not null,
    name           text        not null,
    api            text        not null,
    token          bytea       not null,
    webhook_secret bytea       not null,
    since          date        not null,
    every_millis   bigint      not null check (every_millis > 0),
    created_at     timestamptz not null default clock_timestamp()
);

create index organisation_of_owner on organisation (owner, id);

-- When its list is looked at, and how far that has come. All times are of this server's clock.
create table organisation_look (
    organisation_id uuid        primary key references organisation on delete cascade,
    due_at          timestamptz not null default clock_timestamp(),
    -- Somebody wanted another look while one was under way.
    again           boolean     not null default false,
    -- The days that somebody asked for; the next look is over these.
    asked_from      date,
    asked_to        date,
    -- Who looks: as with tasks, only the holder of the latest fence may go on.
    fence           bigint      not null default 0,
    lease_holder    text,
    lease_until     timestamptz,
    -- The look that is under way, and the place in the list where it goes on.
    look_from       date,
    look_to         date,
    look_offset     integer     not null default 0,
    listed          integer     not null default 0,
    added           integer     not null default 0,
    without_link    integer     not null default 0,
    failures        integer     not null default 0,
    -- Up to which day the list was read without a hole.
    read_until      date,
    -- How the latest look ended, or why it does not go on.
    last_at         timestamptz,
    last_reason     text,
    last_message    text,
    last_advice     text,
    last_listed     integer,
    last_added      integer,
    last_without_link integer,
    constraint look_is_of_whole_days check ((look_from is null) = (look_to is null)),
    constraint asked_for_whole_days check ((asked_from is null) = (asked_to is null)),
    constraint look_lease_has_holder_and_end check ((lease_holder is null) = (lease_until is null))
);

create index organisation_look_due on organisation_look (due_at);
