create table case_link (
    id         bigint      generated always as identity primary key,
    kind       varchar(10) not null check (kind in ('RELATED', 'FOLLOW_UP', 'MERGER', 'DUPLICATE')),
    from_case  varchar(20) not null references support_case,
    to_case    varchar(20) not null references support_case,
    reason     text        not null check (reason <> ''),
    linked_at  timestamptz not null,
    linked_by  varchar(64) not null,
    ended_at   timestamptz,
    ended_by   varchar(64),
    end_reason text        check (end_reason <> ''),
    constraint case_link_of_two_cases check (from_case <> to_case),
    constraint case_link_end_on_record
        check ((ended_at is null) = (ended_by is null) and (ended_by is null) = (end_reason is null)),
    -- A case was closed for it
    constraint case_link_duplicate_stays check (kind <> 'DUPLICATE' or ended_at is null)
);

comment on table case_link is
    'linkedcase: which cases belong together, how and why, who linked them and who ended that. Who reads it for a person leaves out the links to cases that published_hidden_cases names for them.';
comment on column case_link.from_case is
    'Of a follow-up the later case, of a duplicate the one that closes; of other kinds the one with the smaller number';
comment on column case_link.to_case is 'Of a follow-up the earlier case, of a duplicate the one that goes on';

-- Whichever of the two is named first
create unique index case_link_once on case_link (least(from_case, to_case), greatest(from_case, to_case), kind) where ended_at is null;
create unique index case_link_one_survivor on case_link (from_case) where kind = 'DUPLICATE';
create index case_link_by_from on case_link (from_case);
create index case_link_by_to on case_link (to_case);

create function guard_case_link() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A link between cases is never deleted: it can only be ended';
    end if;
    if tg_op = 'UPDATE' then
        if old.ended_at is not null
            or (new.kind, new.from_case, new.to_case, new.reason, new.linked_at, new.linked_by)
                is distinct from (old.kind, old.from_case, old.to_case, old.reason, old.linked_at, old.linked_by) then
            raise exception 'A link between cases is never rewritten: it can only be ended';
        end if;
        return new;
    end if;
    -- Two who link the same cases at once come one after the other; in one order, so that neither waits for the other
    perform pg_advisory_xact_lock(hashtextextended(c.reference, 7420038))
       from (select unnest(array[least(new.from_case, new.to_case), greatest(new.from_case, new.to_case)]) as reference) c;
    if new.kind = 'DUPLICATE' and exists (
        select from case_link l where l.kind = 'DUPLICATE' and (l.from_case = new.to_case or l.to_case = new.from_case)) then
        raise exception 'A duplicate of % would be in a chain of duplicates', new.to_case;
    end if;
    if new.kind = 'FOLLOW_UP' and exists (
        select from published_case f join published_case t on t.reference = new.to_case
         where f.reference = new.from_case and (f.requested_at, f.reference) < (t.requested_at, t.reference)) then
        raise exception 'Case % was requested before %, and so does not follow it up', new.from_case, new.to_case;
    end if;
    return new;
end $$;

comment on function guard_case_link() is 'linkedcase: guards case_link';

create trigger guard_case_link before insert or update or delete on case_link
    for each row execute function guard_case_link();

create view published_duplicate_case as
select from_case as duplicate, to_case as survivor from case_link where kind = 'DUPLICATE';

comment on view published_duplicate_case is
    'linkedcase: the cases that were closed as duplicates, and the case that goes on. Who reads it for a person leaves out what published_hidden_cases names for them.';
