-- Whoever adds tasks tells the dispatchers, at the commit and once however many there are, so that they need not look
-- often to be quick.
create function tell_of_added_tasks() returns trigger language plpgsql as $$
begin
    perform pg_notify('task_added', '');
    return null;
end
$$;

create trigger task_added after insert on task for each statement execute function tell_of_added_tasks();
