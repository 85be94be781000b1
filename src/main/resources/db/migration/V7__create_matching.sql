create table offer (
    id                bigint generated always as identity primary key,
    case_reference    varchar(20)   not null references support_case,
    pm                varchar(64)   not null references roving_pm,
    sessions_a_week   numeric(4, 2) not null check (sessions_a_week > 0 and sessions_a_week <= 10),
    starts_on         date          not null,
    ends_on           date          not null check (ends_on > starts_on),
    made_at           timestamptz   not null,
    made_by           varchar(64)   not null,
    expires_at        timestamptz   not null,
    reason_for_choice text          check (reason_for_choice <> ''),
    answer            varchar(20)   not null default 'OPEN'
        check (answer in ('OPEN', 'ACCEPTED', 'DECLINED', 'INTEREST_DECLARED', 'EXPIRED', 'WITHDRAWN')),
    answered_at       timestamptz,
    answer_reason     text          check (answer_reason <> ''),
    check ((answer = 'OPEN') = (answered_at is null)),
    check (answer not in ('DECLINED', 'INTEREST_DECLARED') or answer_reason is not null)
);

comment on table offer is 'The placements offered to PMs, and their answers. Never deleted; an answered offer never changes.';
comment on column offer.ends_on is 'The first day after the expected period';
comment on column offer.expires_at is 'When silence withdraws it; moves with the RAG rating and with the time a case is on hold';
comment on column offer.reason_for_choice is 'Why this PM and not the first of the shortlist';

-- A case is offered to one PM at a time
create unique index offer_open on offer (case_reference) where answer = 'OPEN';
create index offer_open_by_pm on offer (pm) where answer = 'OPEN';
create index offer_by_case on offer (case_reference, id);

create function keep_answered_offer() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.answer <> 'OPEN' then
        raise exception 'An answered offer never changes, and no offer is ever deleted';
    end if;
    return new;
end $$;

create trigger keep_answered_offer before update or delete on offer
    for each row execute function keep_answered_offer();

-- Every shortlist asks for what PMs have taken on and worked in the last twelve months, however long the history grows
create index placement_by_end on placement (ended_on);
