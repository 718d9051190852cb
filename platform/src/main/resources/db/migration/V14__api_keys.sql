-- Who may use the API beyond loopback. Of a key only its hash is kept, and its beginning, by which a person tells keys apart.
-- A key is 256 random bits, so that a plain SHA-256 is as hard to guess as the key itself.
create table api_key (
    id           uuid primary key,
    name         text        not null,
    owner        text        not null,
    beginning    text        not null,
    hash         bytea       not null unique check (octet_length(hash) = 32),
    may_submit   boolean     not null,
    may_read     boolean     not null,
    may_admin    boolean     not null,
    created_at   timestamptz not null default clock_timestamp(),
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    constraint key_opens_something check (may_submit or may_read or may_admin)
);

create index api_key_valid on api_key (id) where revoked_at is null;
