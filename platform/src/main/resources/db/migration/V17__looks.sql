-- How a recording is to look; see Look. What was made until now is what is called a stage, so that is what old rows say; the
-- default of new ones is set apart from it, which costs nothing however many rows there are.
alter table recording add column layout text not null default 'STAGE'
    check (layout in ('AUTO', 'STAGE', 'GALLERY', 'SPEAKER', 'AUDIO'));
alter table recording alter column layout set default 'AUTO';
alter table recording add column chat boolean not null default true;
alter table recording add column hide_silent boolean not null default false;

-- Of what is under way nothing is made yet: it becomes what whoever submits the same link again asks for, instead of refusing
-- that as another file.
update recording set layout = 'AUTO' where state in ('PENDING', 'DOWNLOADING', 'DOWNLOADED', 'PROCESSING');

-- Files are found by the names that their options make.
update artifact set name = 'video_stage' || substr(name, length('video') + 1) where name ~ '^video[_.]';
