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

comment on table check_in is 'checkin: a week as the PM reported it';
comment on column check_in.amount is 'Pounds that the hours cost at the rate of the plan in effect';
comment on column check_in.unfunded is 'Pounds of them that no plan has covered so far';
comment on column check_in.over_plan_hours is 'Hours reported in all, this week included, beyond those of the plan';

create index check_in_by_case on check_in (case_reference, id);

create table check_in_correction (
    id           bigint generated always as identity primary key,
    check_in_id  bigint        not null references check_in,
    hours_before numeric(5, 2) not null,
    hours        numeric(5, 2) not null check (hours <> hours_before),
    reason       text          not null check (reason <> ''),
    corrected_at timestamptz   not null,
    corrected_by varchar(64)   not null
);

comment on table check_in_correction is 'checkin: the hours of reported weeks that turned out wrong; the week itself has the hours that are right now';

create index check_in_correction_by_week on check_in_correction (check_in_id, id);

create trigger check_in_correction_only_grows before update or delete on check_in_correction
    for each row execute function refuse_change();

-- More of a week may be covered, and its hours may become those of the latest correction; nothing else
create function keep_check_in() returns trigger language plpgsql as $$
declare
    corrected check_in_correction;
begin
    if to_jsonb(new) - 'unfunded' = to_jsonb(old) - 'unfunded' and new.unfunded <= old.unfunded then
        return new;
    end if;
    select * into corrected from check_in_correction where check_in_id = new.id order by id desc limit 1;
    if corrected.hours_before = old.hours and corrected.hours = new.hours
       and to_jsonb(new) - array['hours', 'amount', 'unfunded', 'over_plan_hours']
           = to_jsonb(old) - array['hours', 'amount', 'unfunded', 'over_plan_hours'] then
        return new;
    end if;
    raise exception 'A reported week is never rewritten';
end $$;

comment on function keep_check_in() is 'checkin: guards check_in';

create trigger check_in_kept before update on check_in for each row execute function keep_check_in();
create trigger check_in_stays before delete on check_in for each row execute function refuse_deletion();

create function record_last_check_in() returns trigger language plpgsql as $$
begin
    perform published_record_check_in(new.placement_id, new.reported_at);
    return null;
end $$;

comment on function record_last_check_in() is 'checkin: tells the placement that its PM has checked in';

create trigger check_in_recorded after insert on check_in for each row execute function record_last_check_in();

create table check_in_progress (
    check_in_id bigint       not null references check_in,
    position    integer      not null,
    objective   varchar(500) not null,
    progress    text         not null,
    primary key (check_in_id, position)
);

comment on table check_in_progress is 'checkin: the progress of a week towards each objective of the plan';

create trigger check_in_progress_only_grows before update or delete on check_in_progress
    for each row execute function refuse_change();

create table check_in_review (
    check_in_id bigint      primary key references check_in,
    decision    varchar(10) not null check (decision in ('CONTINUE', 'VARY_PLAN', 'COMPLETE')),
    note        text        not null,
    reviewed_at timestamptz not null,
    reviewed_by varchar(64) not null
);

comment on table check_in_review is 'checkin: what was decided about a week that needed a review';

create trigger check_in_review_only_grows before update or delete on check_in_review
    for each row execute function refuse_change();

create table missing_check_in_step (
    placement_id bigint      not null references placement,
    week_ending  date        not null,
    step         varchar(10) not null check (step in ('REMINDER', 'CHASE', 'ESCALATION')),
    recorded_at  timestamptz not null,
    recorded_by  varchar(64) not null,
    outcome      text,
    note         text,
    primary key (placement_id, week_ending, step)
);

comment on table missing_check_in_step is 'checkin: what was done about a week that was not reported in time; each step happens once';
comment on column missing_check_in_step.outcome is 'The outcome, in words';

create trigger missing_check_in_step_only_grows before update or delete on missing_check_in_step
    for each row execute function refuse_change();

create view published_check_in as
select case_reference, reported_at from check_in;

comment on view published_check_in is 'checkin: when PMs have reported a week of each case';

-- Weeks end as SchemeWeek has it
create function published_week_end(day date) returns timestamptz language sql stable as $$
    select (day + (12 - extract(isodow from day)::integer) % 7 + time '17:00') at time zone 'Europe/London'
$$;

comment on function published_week_end(date) is 'checkin: the end of the week that a day belongs to: Friday at 17:00 in London';

create view published_coming_week as
select p.case_reference, published_week_end(coalesce(last.week_ending + 1, plan.starts_on)) as ends_at
  from published_placement p
  join published_job_plan plan on plan.placement_id = p.id and plan.status = 'IN_EFFECT'
  left join lateral (
      select c.week_ending from check_in c where c.placement_id = p.id order by c.week_ending desc limit 1) last on true
 where p.ended_on is null;

comment on view published_coming_week is
    'checkin: when the next week that a PM reports ends; one row for each case with a plan in effect. After a hold it is the first Friday from then on.';
