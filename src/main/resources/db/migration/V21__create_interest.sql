create table interest_kind (
    code     varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    label    varchar(100) not null check (label <> ''),
    position integer      not null,
    in_use   boolean      not null default true
);

comment on table interest_kind is 'interest: the kinds of interest that people declare, as data that managers may change';
comment on column interest_kind.position is 'Its place in lists, the smallest first';
comment on column interest_kind.in_use is 'Whether it is offered; one that is not still shows where it was chosen';

insert into interest_kind (code, label, position) values
    ('FAMILY', 'Family or a close relationship', 10),
    ('EMPLOYMENT', 'Work there, now or before', 20),
    ('MONEY', 'Money, property or a business', 30),
    ('PATIENT', 'Registered there as a patient', 40),
    ('DISPUTE', 'A complaint or a dispute', 50),
    ('OTHER', 'Something else', 60);

create table declared_interest (
    id           bigint       generated always as identity primary key,
    person       varchar(64)  not null check (person <> ''),
    ods_code     varchar(10)  not null references practice,
    kind         varchar(30)  references interest_kind,
    reason       text         not null check (reason <> ''),
    since        date         not null,
    until        date         check (until >= since),
    declared_at  timestamptz  not null,
    declared_by  varchar(64)  not null,
    confirmed_on date         not null,
    ended_on     date,
    ended_by     varchar(64),
    end_reason   text         check (end_reason <> ''),
    constraint declared_interest_end_on_record
        check ((ended_on is null) = (ended_by is null) and (ended_by is null) = (end_reason is null))
);

comment on table declared_interest is
    'interest: what could make somebody on the staff look partial towards a practice; hides its cases from them until it ends';
comment on column declared_interest.person is 'User id of whose interest it is';
comment on column declared_interest.kind is 'Null where it was declared in answer to an offer, which does not ask';
comment on column declared_interest.since is 'Since when they have had it, as they say; it counts from the moment it is declared';
comment on column declared_interest.until is 'The last day on which it holds; null where no end is known';
comment on column declared_interest.confirmed_on is 'When somebody last said that it is still so: once a year';
comment on column declared_interest.ended_on is 'The first day on which it no longer holds; null while it does';
comment on column declared_interest.ended_by is 'User id of whoever ended it; nobody ends one without saying why';

create unique index declared_interest_in_force on declared_interest (ods_code, person) where ended_on is null;
create index declared_interest_by_practice on declared_interest (ods_code, person);
create index declared_interest_by_person on declared_interest (person);
create index declared_interest_by_kind on declared_interest (kind);

-- Asked each morning for those that nobody has confirmed for a year
create index declared_interest_by_confirmation on declared_interest (confirmed_on) where ended_on is null;

create function keep_declared_interest() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A declared interest is never deleted: it can only be ended on a day';
    end if;
    if (new.person, new.ods_code, new.kind, new.reason, new.since, new.until, new.declared_at, new.declared_by)
        is distinct from (old.person, old.ods_code, old.kind, old.reason, old.since, old.until, old.declared_at, old.declared_by) then
        raise exception 'A declared interest is never rewritten: it can only be ended on a day';
    end if;
    return new;
end $$;

comment on function keep_declared_interest() is 'interest: guards declared_interest';

create trigger keep_declared_interest before update or delete on declared_interest
    for each row execute function keep_declared_interest();

create table kept_out (
    id             bigint      generated always as identity primary key,
    case_reference varchar(20) not null references support_case,
    person         varchar(64) not null check (person <> ''),
    reason         text        not null check (reason <> ''),
    kept_out_at    timestamptz not null,
    kept_out_by    varchar(64) not null,
    lifted_at      timestamptz,
    lifted_by      varchar(64),
    lift_reason  text        check (lift_reason <> ''),
    constraint kept_out_end_on_record
        check ((lifted_at is null) = (lifted_by is null) and (lifted_by is null) = (lift_reason is null)),
    -- Nobody lets themselves in
    constraint kept_out_lifted_by_others check (lifted_by <> person)
);

comment on table kept_out is 'interest: people who are kept out of a single case, by whom and why, until that is lifted';

create unique index kept_out_now on kept_out (case_reference, person) where lifted_at is null;
create index kept_out_by_person on kept_out (person) where lifted_at is null;

create function keep_kept_out() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.lifted_at is not null
        or (new.case_reference, new.person, new.reason, new.kept_out_at, new.kept_out_by)
            is distinct from (old.case_reference, old.person, old.reason, old.kept_out_at, old.kept_out_by) then
        raise exception 'That somebody was kept out of a case stays on record: it can only be lifted';
    end if;
    return new;
end $$;

comment on function keep_kept_out() is 'interest: guards kept_out';

create trigger keep_kept_out before update or delete on kept_out
    for each row execute function keep_kept_out();

-- Both functions are written so that the database reads them as a part of the question they stand in
create function published_interests(today date) returns table (person varchar, ods_code varchar, declared_at timestamptz)
    language sql stable as $$
    select person, ods_code, declared_at from declared_interest
     where (ended_on is null or ended_on > today) and (until is null or until >= today)
$$;

comment on function published_interests(date) is 'interest: the declared interests that hold on a day';

create function published_hidden_cases(today date) returns table (person varchar, case_reference varchar)
    language sql stable as $$
    select i.person, c.case_reference from declared_interest i join published_case_practice c on c.ods_code = i.ods_code
     where (i.ended_on is null or i.ended_on > today) and (i.until is null or i.until >= today)
    union all
    select k.person, k.case_reference from kept_out k where k.lifted_at is null
$$;

comment on function published_hidden_cases(date) is
    'interest: which cases are hidden from whom on a day. For these people the case does not exist, whatever their role.';

create function published_unconfirmed_interests(today date) returns table (person varchar)
    language sql stable as $$
    select distinct person from declared_interest
     where ended_on is null and (until is null or until >= today) and confirmed_on <= (today - interval '1 year')::date
$$;

comment on function published_unconfirmed_interests(date) is
    'interest: who has declared an interest that nobody has confirmed for a year; one row a person';
