create table variation_request (
    id             bigint generated always as identity primary key,
    case_reference varchar(20) not null references support_case,
    reason         text        not null,
    asked_at       timestamptz not null,
    asked_by       varchar(64) not null,
    closed_at      timestamptz
);

comment on table variation_request is 'jobplan: requested variations; one is open until it takes effect or will not be made';

create trigger variation_request_stays before delete on variation_request for each row execute function refuse_deletion();

create unique index variation_request_one_open on variation_request (case_reference) where closed_at is null;

create table job_plan (
    id                   bigint generated always as identity primary key,
    case_reference       varchar(20)    not null references support_case,
    placement_id         bigint         not null references placement,
    version              integer        not null check (version > 0),
    status               varchar(10)    not null check (status in ('SUBMITTED', 'IN_EFFECT', 'REFUSED', 'SUPERSEDED')),
    variation            boolean        not null,
    reason               text,
    sessions_a_week      numeric(4, 2)  not null check (sessions_a_week between 0.5 and 10),
    starts_on            date           not null,
    ends_on              date           not null check (ends_on >= starts_on),
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

comment on table job_plan is
    'jobplan: what a PM is to achieve and what it may cost. Every version stays as it was submitted; only its status changes.';
comment on column job_plan.reason is 'Why the plan is varied';
comment on column job_plan.ends_on is 'The last day of the plan';
comment on column job_plan.hours is 'From the first day to the last, hours already worked included';
comment on column job_plan.cost is 'Pounds';
comment on column job_plan.newly_committed is 'Pounds committed when it was submitted, beyond what was committed to the case already';

create unique index job_plan_one_in_effect on job_plan (case_reference) where status = 'IN_EFFECT';
create unique index job_plan_one_submitted on job_plan (case_reference) where status = 'SUBMITTED';
create index job_plan_by_placement on job_plan (placement_id);
create index job_plan_by_end on job_plan (ends_on) where status = 'IN_EFFECT';

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

comment on function keep_job_plan() is 'jobplan: guards job_plan';

create trigger job_plan_kept before update on job_plan for each row execute function keep_job_plan();
create trigger job_plan_stays before delete on job_plan for each row execute function refuse_deletion();

create table plan_objective (
    plan_id   bigint       not null references job_plan,
    position  integer      not null check (position between 1 and 10),
    objective varchar(500) not null,
    measure   varchar(500) not null,
    primary key (plan_id, position)
);

comment on table plan_objective is 'jobplan: what a plan is to achieve, and how people will know that it has';

create trigger plan_objective_only_grows before update or delete on plan_objective
    for each row execute function refuse_change();

create table plan_approval (
    plan_id       bigint       not null references job_plan,
    party         varchar(15)  not null check (party in ('PM', 'PRACTICE', 'BUDGET_HOLDER')),
    ods_code      varchar(10)  references practice,
    answer        varchar(10)  not null check (answer in ('APPROVE', 'REFUSE')),
    answered_at   timestamptz  not null,
    recorded_by   varchar(64)  not null,
    answered_by   varchar(200) not null,
    answered_on   date         not null,
    comment       text,
    unique nulls not distinct (plan_id, party, ods_code),
    check ((party = 'PRACTICE') = (ods_code is not null)),
    check (answer = 'APPROVE' or comment is not null)
);

comment on table plan_approval is 'jobplan: the answers of the PM, of each practice of the case and of the budget holder to a plan; each answers once';
comment on column plan_approval.ods_code is 'The practice that answered';
comment on column plan_approval.answered_by is 'Who gave the answer, by name; for a practice, as it signed or as the coordinator recorded it';

create trigger plan_approval_only_grows before update or delete on plan_approval
    for each row execute function refuse_change();

create view published_job_plan as
select id, case_reference, placement_id, version, status, starts_on, ends_on, hours from job_plan;

comment on view published_job_plan is
    'jobplan: every version of every plan, with its period (both days included) and hours; at most one IN_EFFECT a case';

create view published_plan_for_practice as
select p.id, p.case_reference, c.ods_code, p.prepared_at
  from job_plan p join published_case_practice c on c.case_reference = p.case_reference
 where p.status = 'SUBMITTED'
   and not exists (select from plan_approval a where a.plan_id = p.id and (a.ods_code = c.ods_code or a.answer = 'REFUSE'));

comment on view published_plan_for_practice is 'jobplan: the plans that wait for the answer of a practice, a row for each that has not answered; at most one plan a case';
