create table offer (
    id              bigint generated always as identity primary key,
    case_reference  varchar(20)   not null references support_case,
    pm              varchar(64)   not null references roving_pm,
    sessions_a_week numeric(4, 2) not null check (sessions_a_week > 0 and sessions_a_week <= 10),
    starts_on       date          not null,
    ends_on         date          not null check (ends_on > starts_on),
    made_at         timestamptz   not null,
    made_by         varchar(64)   not null,
    expires_at      timestamptz   not null,
    choice_reason   text          check (choice_reason <> ''),
    status          varchar(20)   not null default 'OPEN'
        check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'INTEREST_DECLARED', 'EXPIRED', 'WITHDRAWN')),
    answered_at     timestamptz,
    answer_reason   text          check (answer_reason <> ''),
    check ((status = 'OPEN') = (answered_at is null)),
    check (status not in ('DECLINED', 'INTEREST_DECLARED') or answer_reason is not null)
);

comment on table offer is
    'matching: the placements offered to PMs, and their answers. Never deleted; an answered offer never changes.';
comment on column offer.ends_on is 'The first day after the expected period';
comment on column offer.expires_at is 'When it expires if there is no answer; moves with the RAG rating and with the time that a case is on hold';
comment on column offer.choice_reason is 'Why this PM and not the first of the shortlist';

-- A case is offered to one PM at a time
create unique index offer_open on offer (case_reference) where status = 'OPEN';
create index offer_open_by_pm on offer (pm) where status = 'OPEN';
create index offer_by_case on offer (case_reference, id);

-- Finds the offers that have expired
create index offer_open_by_end on offer (expires_at) where status = 'OPEN';

create function keep_answered_offer() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.status <> 'OPEN' then
        raise exception 'An answered offer never changes, and no offer is ever deleted';
    end if;
    return new;
end $$;

comment on function keep_answered_offer() is 'matching: guards offer';

create trigger keep_answered_offer before update or delete on offer
    for each row execute function keep_answered_offer();

create table stopped_search (
    case_reference varchar(20) primary key references support_case,
    told           text        not null check (told <> ''),
    signposted_to  text        not null check (signposted_to <> ''),
    stopped_at     timestamptz not null,
    stopped_by     varchar(64) not null
);

comment on table stopped_search is 'matching: cases for which no PM was found, and what their practices were told';
comment on column stopped_search.told is 'Why, in the words that the practice reads';
comment on column stopped_search.signposted_to is 'Where the practice can turn instead';

create trigger stopped_search_only_grows before update or delete on stopped_search
    for each row execute function refuse_change();

create table latest_search (
    case_reference varchar(20)   primary key references support_case,
    searched_at    timestamptz   not null,
    suitable       varchar(64)[] not null
);

comment on table latest_search is 'matching: whom the latest search for a case found suitable, so that the next can tell who is new';
comment on column latest_search.suitable is 'User ids of those who were listed, as many as a shortlist holds';

create table kept_shortlist (
    id             bigint      generated always as identity primary key,
    case_reference varchar(20) not null references support_case,
    decided_at     timestamptz not null,
    decided_by     varchar(64) not null,
    offered_to     varchar(64) references roving_pm,
    reason         text        check (reason <> ''),
    suitable       integer     not null check (suitable >= 0),
    unsuitable     integer     not null check (unsuitable >= 0)
);

comment on table kept_shortlist is 'matching: the shortlists by which it was decided whom to offer a case, as they were then';
comment on column kept_shortlist.offered_to is 'Null where nobody on it was chosen';
comment on column kept_shortlist.suitable is 'How many were suitable in all; those that the form listed are in kept_candidate';

create index kept_shortlist_by_case on kept_shortlist (case_reference, id);

create table kept_candidate (
    shortlist_id bigint        not null references kept_shortlist,
    pm           varchar(64)   not null references roving_pm,
    name         varchar(100)  not null,
    place        smallint      check (place > 0),
    score        numeric(5, 1) not null,
    primary key (shortlist_id, pm)
);

comment on table kept_candidate is 'matching: the PMs on a kept shortlist';
comment on column kept_candidate.name is 'As it was on that day';
comment on column kept_candidate.place is 'Among the suitable; null for those who were not';

create table kept_reason (
    shortlist_id bigint        not null,
    pm           varchar(64)   not null,
    position     smallint      not null,
    part         varchar(40)   not null,
    points       numeric(5, 1),
    words        text,
    primary key (shortlist_id, pm, position),
    foreign key (shortlist_id, pm) references kept_candidate,
    check (points is not null or words is not null)
);

comment on table kept_reason is 'matching: what spoke for and against a PM on a kept shortlist, one row for each preference and each rule that was not met';
comment on column kept_reason.part is 'The name of the preference or eligibility rule; new ones need no change here';
comment on column kept_reason.points is 'That the preference added to the score; null for a rule';

create trigger kept_shortlist_only_grows before update or delete on kept_shortlist
    for each row execute function refuse_change();
create trigger kept_candidate_only_grows before update or delete on kept_candidate
    for each row execute function refuse_change();
create trigger kept_reason_only_grows before update or delete on kept_reason
    for each row execute function refuse_change();

create view published_open_offer as
select id, case_reference, pm, sessions_a_week, ends_on, expires_at from offer where status = 'OPEN';

comment on view published_open_offer is 'matching: the offers that wait for an answer, what they would take and until when, and when they expire; at most one a case';
