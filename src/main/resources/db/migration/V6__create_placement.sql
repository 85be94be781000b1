create table placement (
    id              bigint generated always as identity primary key,
    case_reference  varchar(20)   not null references support_case,
    pm              varchar(64)   not null references roving_pm,
    started_on      date          not null,
    ended_on        date,
    end_reason      varchar(30)   check (end_reason in ('PM_WITHDREW', 'PRACTICE_WANTED_ANOTHER', 'PM_REPLACED', 'SUPPORT_ENDED')),
    sessions_a_week numeric(4, 2) not null check (sessions_a_week > 0 and sessions_a_week <= 10),
    expected_end    date          not null check (expected_end >= started_on),
    check ((ended_on is null) = (end_reason is null))
);

comment on table placement is 'A PM at a practice, from the offer accepted to the end of support or of their part in it';
comment on column placement.sessions_a_week is 'Half days a week that it takes of the PM: as needed, then as planned';

create unique index placement_one_active on placement (case_reference) where ended_on is null;
create index placement_by_case on placement (case_reference, id);
create index placement_by_pm on placement (pm, started_on);

create table introduction (
    placement_id   bigint      primary key references placement,
    introduced_on  date        not null,
    how            varchar(10) not null check (how in ('MEETING', 'TELEPHONE', 'EMAIL')),
    first_visit_on date        not null check (first_visit_on >= introduced_on),
    notes          text,
    recorded_at    timestamptz not null,
    recorded_by    varchar(64) not null
);

create table first_visit (
    placement_id    bigint      primary key references placement,
    visited_on      date        not null,
    found           text        not null,
    needs_confirmed boolean     not null,
    rag_now         varchar(5)  not null check (rag_now in ('RED', 'AMBER', 'GREEN')),
    rag_reason      text,
    reported_at     timestamptz not null,
    reported_by     varchar(64) not null
);

create trigger first_visit_only_grows before update or delete on first_visit
    for each row execute function refuse_change();

create table variation_request (
    id             bigint generated always as identity primary key,
    case_reference varchar(20) not null references support_case,
    reason         text        not null,
    asked_at       timestamptz not null,
    asked_by       varchar(64) not null,
    settled_at     timestamptz
);

create unique index variation_request_one_open on variation_request (case_reference) where settled_at is null;

create table job_plan (
    id                   bigint generated always as identity primary key,
    case_reference       varchar(20)    not null references support_case,
    placement_id         bigint         not null references placement,
    version              integer        not null check (version > 0),
    status               varchar(10)    not null check (status in ('SUBMITTED', 'IN_EFFECT', 'REFUSED', 'SUPERSEDED')),
    variation            boolean        not null,
    reason               text,
    sessions_a_week      numeric(4, 2)  not null check (sessions_a_week between 0.5 and 10),
    start_on             date           not null,
    end_on               date           not null check (end_on >= start_on),
    hours                numeric(7, 2)  not null check (hours > 0),
    hourly_rate          numeric(6, 2)  not null check (hourly_rate between 1 and 200),
    cost                 numeric(12, 2) not null generated always as (round(hours * hourly_rate, 2)) stored,
    fund_code            varchar(30)    not null references fund,
    newly_committed      numeric(12, 2) not null check (newly_committed >= 0),
    budget_holder_needed boolean        not null,
    prepared_at          timestamptz    not null,
    prepared_by          varchar(64)    not null,
    unique (case_reference, version),
    check (not variation or reason is not null)
);

comment on table job_plan is 'What a PM is to achieve and what it may cost. Every version stays as it was submitted; only its status moves.';
comment on column job_plan.hours is 'From the first day to the last, hours already worked included';
comment on column job_plan.cost is 'Pounds';
comment on column job_plan.newly_committed is 'Pounds promised when it was submitted, beyond what the case had been promised already';

create unique index job_plan_one_in_effect on job_plan (case_reference) where status = 'IN_EFFECT';
create unique index job_plan_one_submitted on job_plan (case_reference) where status = 'SUBMITTED';
create index job_plan_by_placement on job_plan (placement_id);

create function keep_job_plan() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'status' - 'cost' <> to_jsonb(old) - 'status' - 'cost' then
        raise exception 'A job plan is never overwritten: submit a new version';
    end if;
    if (old.status, new.status) not in (('SUBMITTED', 'IN_EFFECT'), ('SUBMITTED', 'REFUSED'), ('IN_EFFECT', 'SUPERSEDED')) then
        raise exception 'A job plan does not go from % to %', old.status, new.status;
    end if;
    return new;
end $$;

create trigger job_plan_kept before update on job_plan for each row execute function keep_job_plan();
create trigger job_plan_stays before delete on job_plan for each row execute function refuse_change();

create table plan_objective (
    plan_id   bigint       not null references job_plan,
    position  integer      not null check (position between 1 and 10),
    objective varchar(500) not null,
    measure   varchar(500) not null,
    primary key (plan_id, position)
);

create trigger plan_objective_only_grows before update or delete on plan_objective
    for each row execute function refuse_change();

create table plan_approval (
    plan_id       bigint       not null references job_plan,
    party         varchar(15)  not null check (party in ('PM', 'PRACTICE', 'BUDGET_HOLDER')),
    answer        varchar(10)  not null check (answer in ('APPROVE', 'REFUSE')),
    answered_at   timestamptz  not null,
    recorded_by   varchar(64)  not null,
    on_whose_word varchar(200) not null,
    answered_on   date         not null,
    comment       text,
    primary key (plan_id, party),
    check (answer = 'APPROVE' or comment is not null)
);

comment on column plan_approval.on_whose_word is 'Who gave the answer: for a practice, the name and role that the coordinator noted';

create trigger plan_approval_only_grows before update or delete on plan_approval
    for each row execute function refuse_change();

create table check_in (
    id               bigint generated always as identity primary key,
    case_reference   varchar(20)    not null references support_case,
    placement_id     bigint         not null references placement,
    plan_id          bigint         not null references job_plan,
    week_ending      date           not null,
    hours            numeric(5, 2)  not null check (hours between 0 and 60 and hours * 4 = trunc(hours * 4)),
    hourly_rate      numeric(6, 2)  not null,
    amount           numeric(12, 2) not null check (amount >= 0),
    unfunded         numeric(12, 2) not null check (unfunded between 0 and amount),
    over_plan_hours  numeric(7, 2)  not null check (over_plan_hours >= 0),
    concerns         text,
    rag_now          varchar(5)     not null check (rag_now in ('RED', 'AMBER', 'GREEN')),
    variation_reason text,
    support_complete boolean        not null,
    review_reasons   text[]         not null,
    reported_at      timestamptz    not null,
    reported_by      varchar(64)    not null,
    unique (placement_id, week_ending)
);

comment on table check_in is 'A week as the PM reported it';
comment on column check_in.amount is 'Pounds that the hours cost at the rate of the plan in effect';
comment on column check_in.unfunded is 'Pounds of them that no plan has covered so far';
comment on column check_in.over_plan_hours is 'Hours reported in all, this week included, beyond those of the plan';

create index check_in_by_case on check_in (case_reference, id);

create function keep_check_in() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'unfunded' <> to_jsonb(old) - 'unfunded' or new.unfunded > old.unfunded then
        raise exception 'A reported week is never rewritten';
    end if;
    return new;
end $$;

create trigger check_in_kept before update on check_in for each row execute function keep_check_in();
create trigger check_in_stays before delete on check_in for each row execute function refuse_change();

create table check_in_progress (
    check_in_id bigint       not null references check_in,
    position    integer      not null,
    objective   varchar(500) not null,
    progress    text         not null,
    primary key (check_in_id, position)
);

create trigger check_in_progress_only_grows before update or delete on check_in_progress
    for each row execute function refuse_change();

create table check_in_review (
    check_in_id bigint      primary key references check_in,
    decision    varchar(10) not null check (decision in ('CONTINUE', 'VARY_PLAN', 'COMPLETE')),
    note        text        not null,
    reviewed_at timestamptz not null,
    reviewed_by varchar(64) not null
);

create table missing_check_in_step (
    placement_id bigint      not null references placement,
    week_ending  date        not null,
    step         varchar(10) not null check (step in ('REMINDER', 'CHASE', 'ESCALATION')),
    at           timestamptz not null,
    who          varchar(64) not null,
    outcome      varchar(30),
    note         text,
    primary key (placement_id, week_ending, step)
);

comment on table missing_check_in_step is 'What was done about a week that was not reported in time: each step once';
