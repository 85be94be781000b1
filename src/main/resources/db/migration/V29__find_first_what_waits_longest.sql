alter table placement add column reported_at timestamptz;

comment on column placement.reported_at is 'When the PM reported a week last; null where none has been reported yet';

update placement p set reported_at = w.reported_at
  from (select placement_id, max(reported_at) as reported_at from check_in group by placement_id) w where w.placement_id = p.id;

create function note_report() returns trigger language plpgsql as $$
begin
    update placement set reported_at = greatest(reported_at, new.reported_at) where id = new.placement_id;
    return null;
end $$;

create trigger check_in_noted after insert on check_in for each row execute function note_report();

-- Asked for the PMs that have not been heard for longest
create index placement_by_silence on placement (coalesce(reported_at, started_on::timestamp at time zone 'Europe/London')) where ended_on is null;

-- Asked for the offers that have run out
create index offer_open_by_end on offer (expires_at) where answer = 'OPEN';
