-- A part that is made of others, those numbered from this one up to its own: it gets its task when they are stored.
alter table part add column made_from integer;
