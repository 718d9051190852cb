-- Besides media, slides and documents are fetched: the compiler wants none of these, and a recording without media is none.
alter table segment add column kind text not null default 'MEDIA' check (kind in ('MEDIA', 'PICTURE', 'DOCUMENT'));
alter table segment alter column kind drop default;
