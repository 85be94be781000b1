create table interest_kind (
    code     varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    label    varchar(100) not null check (label <> ''),
    position integer      not null,
    in_use   boolean      not null default true
);

comment on table interest_kind is 'hiddencase: the kinds of interest that people declare, as data that managers may change';
comment on column interest_kind.position is 'Its place in lists, the smallest first';
comment on column interest_kind.in_use is 'Whether it is offered; one that is not still shows where it was chosen';

create trigger interest_kind_stays before delete on interest_kind for each row execute function refuse_deletion();

create unique index interest_kind_by_offered_label on interest_kind (lower(label)) where in_use;

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
    'hiddencase: what could make somebody on the staff look partial towards a practice; hides its cases from them until it ends';
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

comment on function keep_declared_interest() is 'hiddencase: guards declared_interest';

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

comment on table kept_out is 'hiddencase: people who are kept out of a single case, by whom and why, until that is lifted';

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

comment on function keep_kept_out() is 'hiddencase: guards kept_out';

create trigger keep_kept_out before update or delete on kept_out
    for each row execute function keep_kept_out();

create table confidential_case (
    id             bigint      generated always as identity primary key,
    case_reference varchar(20) not null references support_case,
    reason         text        not null check (reason <> ''),
    since          timestamptz not null,
    made_by        varchar(64) not null,
    lifted_at      timestamptz,
    lifted_by      varchar(64),
    lift_reason    text        check (lift_reason <> ''),
    constraint confidential_case_end_on_record
        check ((lifted_at is null) = (lifted_by is null) and (lifted_by is null) = (lift_reason is null))
);

comment on table confidential_case is
    'hiddencase: cases that only the people named on them see, by whom and why they were made so, until that is lifted';
comment on column confidential_case.made_by is 'User id, or "practice" where the request asked for it';

create unique index confidential_case_now on confidential_case (case_reference) where lifted_at is null;

create table named_person (
    id                bigint      generated always as identity primary key,
    confidential_case bigint      not null references confidential_case,
    person            varchar(64) not null check (person <> ''),
    reason            text        not null check (reason <> ''),
    emergency         boolean     not null default false,
    named_at          timestamptz not null,
    named_by          varchar(64) not null,
    removed_at        timestamptz,
    removed_by        varchar(64),
    constraint named_person_end_on_record check ((removed_at is null) = (removed_by is null)),
    constraint named_person_emergency_by_themselves check (not emergency or named_by = person)
);

comment on table named_person is 'hiddencase: who sees a confidential case, by whom and why they were named on it';
comment on column named_person.emergency is 'Whether they opened the case themselves, without anybody who could have named them';

create unique index named_person_now on named_person (confidential_case, person) where removed_at is null;

create function keep_confidential_case() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.lifted_at is not null
        or (new.case_reference, new.reason, new.since, new.made_by)
            is distinct from (old.case_reference, old.reason, old.since, old.made_by) then
        raise exception 'That a case was confidential stays on record: it can only be lifted';
    end if;
    return new;
end $$;

comment on function keep_confidential_case() is 'hiddencase: guards confidential_case';

create trigger keep_confidential_case before update or delete on confidential_case
    for each row execute function keep_confidential_case();

create function keep_named_person() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.removed_at is not null
        or (new.confidential_case, new.person, new.reason, new.emergency, new.named_at, new.named_by)
            is distinct from (old.confidential_case, old.person, old.reason, old.emergency, old.named_at, old.named_by) then
        raise exception 'That somebody was named on a case stays on record: they can only be removed';
    end if;
    return new;
end $$;

comment on function keep_named_person() is 'hiddencase: guards named_person';

create trigger keep_named_person before update or delete on named_person
    for each row execute function keep_named_person();

-- The functions are written so that the database reads them as a part of the question they stand in
create function published_interests(today date) returns table (person varchar, ods_code varchar, declared_at timestamptz)
    language sql stable as $$
    select person, ods_code, declared_at from declared_interest
     where (ended_on is null or ended_on > today) and (until is null or until >= today)
$$;

comment on function published_interests(date) is 'hiddencase: the declared interests that hold on a day';

create function published_barred(today date) returns table (person varchar, case_reference varchar)
    language sql stable as $$
    select i.person, c.case_reference from declared_interest i join published_case_practice c on c.ods_code = i.ods_code
     where (i.ended_on is null or i.ended_on > today) and (i.until is null or i.until >= today)
    union all
    select i.person, c.case_reference from declared_interest i join published_former_case_practice c on c.ods_code = i.ods_code
     where (i.ended_on is null or i.ended_on > today) and (i.until is null or i.until >= today)
    union all
    select k.person, k.case_reference from kept_out k where k.lifted_at is null
$$;

comment on function published_barred(date) is
    'hiddencase: who has an interest in which case, or is kept out of it, on a day. Nobody may name them on it.';

create function published_hidden_cases(reader varchar, today date) returns table (case_reference varchar, confidential boolean)
    language sql stable as $$
    select b.case_reference, false from published_barred(today) b where b.person = reader
    union all
    select c.case_reference, true from confidential_case c
     where c.lifted_at is null
       and not exists (
           select from named_person n where n.confidential_case = c.id and n.person = reader and n.removed_at is null)
$$;

comment on function published_hidden_cases(varchar, date) is
    'hiddencase: which cases are hidden from somebody on a day, whatever their role. For them such a case does not exist; but of one that is only confidential, whoever mends processes sees number, step and cause.';

create function published_restricted_cases(today date) returns table (case_reference varchar) language sql stable as $$
    select b.case_reference from published_barred(today) b
    union
    select c.case_reference from confidential_case c where c.lifted_at is null
$$;

comment on function published_restricted_cases(date) is 'hiddencase: the cases that are hidden from somebody on a day';

create function published_unconfirmed_interests(today date) returns table (person varchar)
    language sql stable as $$
    select distinct person from declared_interest
     where ended_on is null and (until is null or until >= today) and confirmed_on <= (today - interval '1 year')::date
$$;

comment on function published_unconfirmed_interests(date) is
    'hiddencase: who has declared an interest that nobody has confirmed for a year; one row a person';

create view published_confidential_case as
select case_reference from confidential_case where lifted_at is null;

comment on view published_confidential_case is
    'hiddencase: the cases that are confidential now. Who reads it for a person leaves out what published_hidden_cases names for them.';
