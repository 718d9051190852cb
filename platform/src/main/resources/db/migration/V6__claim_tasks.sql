-- Who gets which task; see docs/adr/0009. A function, for a claim is what busy workers ask most, and several tasks that are
-- claimed at once cost little more than one.
--
-- Each round is one turn: the next owner after the one who came last, the next recording of theirs after the one that came
-- last, and of its ready tasks the one with the highest priority that nobody else is taking just now. After some rounds in
-- which others were quicker the rest is left to them.
--
-- Every question is one for the first entry of task_ready in its order. When ten thousand links have just been submitted,
-- PostgreSQL, whose statistics are of the empty table, would rather sort all of them; so it is told not to.
create function claim_tasks(of_kind text, for_holder text, lease interval, places integer)
    returns table (task_id uuid, task_recording uuid, task_attempts integer, task_fence bigint)
    language plpgsql
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_sort = off
    as $$
declare
    barren_rounds integer := 0;
    last_owner text := (select owner from owner_turn where kind = of_kind);
    last_recording uuid;
    next_owner text;
    next_recording uuid;
begin
    while places > 0 and barren_rounds < 4 loop
        select owner into next_owner from task
         where kind = of_kind and state = 'WAITING' and ready and owner < last_owner
         order by owner desc limit 1;
        if not found then
            select owner into next_owner from task
             where kind = of_kind and state = 'WAITING' and ready
             order by owner desc limit 1;
        end if;
        exit when not found;

        last_recording := (select recording_id from recording_turn where kind = of_kind and owner = next_owner);
        select recording_id into next_recording from task
         where kind = of_kind and state = 'WAITING' and ready and owner = next_owner and recording_id > last_recording
         order by recording_id limit 1;
        if not found then
            select recording_id into next_recording from task
             where kind = of_kind and state = 'WAITING' and ready and owner = next_owner
             order by recording_id limit 1;
        end if;

        update task
           set state = 'LEASED', lease_holder = for_holder, lease_until = clock_timestamp() + lease,
               attempts = attempts + 1, fence = fence + 1, ready = false
         where id = (
            select id from task
             where kind = of_kind and owner = next_owner and recording_id = next_recording and state = 'WAITING' and ready
             order by priority desc, id
             limit 1
             for update skip locked)
        returning id, recording_id, attempts, fence into task_id, task_recording, task_attempts, task_fence;
        if found then
            places := places - 1;
            return next;
        else
            barren_rounds := barren_rounds + 1;
        end if;

        if last_recording is null then
            insert into recording_turn (kind, owner, recording_id) values (of_kind, next_owner, next_recording)
            on conflict do nothing;
        else
            -- Whoever finds the row held by another notes nothing: a turn is no lock.
            perform from recording_turn where kind = of_kind and owner = next_owner for update skip locked;
            if found then
                update recording_turn set recording_id = next_recording where kind = of_kind and owner = next_owner;
            end if;
        end if;
        last_owner := next_owner;
    end loop;

    perform from owner_turn where kind = of_kind for update skip locked;
    if found then
        update owner_turn set owner = last_owner where kind = of_kind;
    elsif last_owner is not null then
        insert into owner_turn (kind, owner) values (of_kind, last_owner) on conflict do nothing;
    end if;
end
$$;
