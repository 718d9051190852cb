-- How many connections an origin bears at once, as far as is known; see core's Budget for what the columns mean.
create table connection_budget (
    host       text primary key,
    size       double precision not null check (size >= 1),
    ceiling    double precision not null,
    settled_at timestamptz      not null,
    not_before timestamptz      not null
);

-- What each worker may open of them, or still has open. Times are of this server's clock; what a killed worker held is
-- free again when its lease has run out.
create table connection_lease (
    host        text        not null references connection_budget on delete cascade,
    holder      text        not null,
    connections integer     not null check (connections >= 0),
    wanted      integer     not null check (wanted >= 0),
    until       timestamptz not null,
    primary key (host, holder)
);
