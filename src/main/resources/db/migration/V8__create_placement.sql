create table placement (
    id               bigint generated always as identity primary key,
    case_reference   varchar(20)   not null references support_case,
    pm               varchar(64)   not null references roving_pm,
    started_on       date          not null,
    ended_on         date,
    end_reason       varchar(30)   check (end_reason in ('PM_WITHDREW', 'PRACTICE_WANTED_ANOTHER', 'PM_REPLACED', 'SUPPORT_ENDED')),
    sessions_a_week  numeric(4, 2) not null check (sessions_a_week > 0 and sessions_a_week <= 10),
    expected_end_on  date          not null check (expected_end_on >= started_on),
    last_reported_at timestamptz,
    check ((ended_on is null) = (end_reason is null))
);

comment on table placement is
    'placement: a PM at a practice, from the accepted offer until support ends or another PM takes their place';
comment on column placement.sessions_a_week is 'Half days a week that the PM gives to it: as the need says, later as the plan does';
comment on column placement.expected_end_on is 'Its expected last day: as the need says, later as the plan does';
comment on column placement.last_reported_at is 'When the PM last reported a week; null where none has been reported yet';

create trigger placement_stays before delete on placement for each row execute function refuse_deletion();

create unique index placement_one_active on placement (case_reference) where ended_on is null;
create index placement_by_case on placement (case_reference, id);
create index placement_by_pm on placement (pm, started_on);

-- Keeps the query of every shortlist for the last twelve months quick, however long the history grows
create index placement_by_end on placement (ended_on);

-- Finds the PMs who have not been heard from for longest
create index placement_by_silence on placement
    (coalesce(last_reported_at, started_on::timestamp at time zone 'Europe/London')) where ended_on is null;

create table introduction_way (
    code     varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    label    varchar(100) not null check (label <> ''),
    position integer      not null,
    in_use   boolean      not null default true
);

comment on table introduction_way is 'placement: the ways in which a PM and a practice are introduced, as data that managers may change';
comment on column introduction_way.position is 'Its place in lists, the smallest first';
comment on column introduction_way.in_use is 'Whether it is offered; one that is not still shows where it was chosen';

create trigger introduction_way_stays before delete on introduction_way for each row execute function refuse_deletion();

create unique index introduction_way_by_offered_label on introduction_way (lower(label)) where in_use;

insert into introduction_way (code, label, position) values
    ('MEETING', 'At a meeting', 10),
    ('TELEPHONE', 'By telephone', 20),
    ('EMAIL', 'By e-mail', 30);

create table introduction (
    placement_id   bigint      primary key references placement,
    introduced_on  date        not null,
    how            varchar(30) not null references introduction_way,
    first_visit_on date        not null check (first_visit_on >= introduced_on),
    notes          text,
    recorded_at    timestamptz not null,
    recorded_by    varchar(64) not null
);

comment on table introduction is 'placement: how PM and practice were introduced, and when the first visit is planned';

create trigger introduction_only_grows before update or delete on introduction
    for each row execute function refuse_change();

create index introduction_by_way on introduction (how);
create index introduction_by_first_visit on introduction (first_visit_on);

create table first_visit (
    placement_id    bigint      primary key references placement,
    visited_on      date        not null,
    findings        text        not null,
    needs_confirmed boolean     not null,
    rag_now         varchar(5)  not null check (rag_now in ('RED', 'AMBER', 'GREEN')),
    rag_reason      text,
    reported_at     timestamptz not null,
    reported_by     varchar(64) not null
);

comment on table first_visit is 'placement: what the PM found at the first visit';

create trigger first_visit_only_grows before update or delete on first_visit
    for each row execute function refuse_change();

create view published_placement as
select id, case_reference, pm, started_on, ended_on, end_reason, sessions_a_week, expected_end_on,
       coalesce(last_reported_at, started_on::timestamp at time zone 'Europe/London') as last_heard_at
  from placement;

comment on view published_placement is
    'placement: every placement; active while it has no ended_on, at most one a case. Last heard from when they reported or, before that, began.';

create view published_planned_visit as
select p.case_reference, i.first_visit_on from introduction i join placement p on p.id = i.placement_id
 where p.ended_on is null and not exists (select from first_visit v where v.placement_id = i.placement_id);

comment on view published_planned_visit is 'placement: the first visits that have been agreed and not been reported yet';

create function published_record_check_in(placement_id bigint, reported_at timestamptz) returns void language plpgsql as $$
begin
    update placement p set last_reported_at = greatest(p.last_reported_at, published_record_check_in.reported_at)
     where p.id = published_record_check_in.placement_id;
end $$;

comment on function published_record_check_in(bigint, timestamptz) is 'placement: records on a placement that its PM has checked in';
