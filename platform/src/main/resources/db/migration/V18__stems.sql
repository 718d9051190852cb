-- Whether the sound of each participant is wanted beside the file; see RenditionOptions.
alter table recording add column stems boolean not null default false;
