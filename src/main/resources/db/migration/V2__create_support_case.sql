create table case_number (
    year integer primary key check (year between 2000 and 9999),
    last integer not null check (last > 0)
);

comment on table case_number is 'The last case number given in each year';

create table support_case (
    reference            varchar(20)  primary key check (reference ~ '^RPM-[0-9]{4}-[0-9]{4,7}$'),
    ods_code             varchar(10)  not null references practice,
    stage                varchar(30)  not null check (stage in ('REQUESTED', 'INFORMATION_NEEDED', 'MATCHING', 'INTRODUCING',
                                                                 'PLANNING', 'SUPPORTED', 'CLOSING', 'CLOSED', 'DECLINED')),
    rag                  varchar(5)   check (rag in ('RED', 'AMBER', 'GREEN')),
    confidential         boolean      not null,
    requested_at         timestamptz  not null,
    requested_by         varchar(64)  not null,
    contact_name         varchar(200) not null,
    contact_role         varchar(200) not null,
    contact_email        varchar(254) not null,
    contact_telephone    varchar(40),
    help_kinds           varchar(30)[] not null check (cardinality(help_kinds) > 0),
    what_happened        text         not null,
    since                date         not null,
    at_risk              text,
    services_at_risk     boolean      not null,
    payroll_at_risk      boolean      not null,
    at_risk_by           date,
    event_kind           varchar(20)  check (event_kind in ('INSPECTION', 'MERGER')),
    event_on             date,
    list_size            integer      check (list_size between 0 and 1000000),
    cqc_rating           varchar(20)  not null,
    pm_post_vacant       boolean      not null,
    referred_by_liaison  boolean      not null,
    consent_given_by     varchar(200),
    consent_on           date,
    held_at              timestamptz,
    held_until           date,
    closed_at            timestamptz,
    version              integer      not null,
    check ((event_kind is null) = (event_on is null)),
    check ((held_at is null) = (held_until is null)),
    check ((closed_at is not null) = (stage in ('CLOSED', 'DECLINED'))),
    -- The scheme acts on a referral only with the practice's consent
    check (not referred_by_liaison or (consent_given_by is not null and consent_on is not null))
);

create index support_case_by_practice on support_case (ods_code);
create index support_case_open on support_case (stage, requested_at) where closed_at is null;

-- The same request sent twice is one case
create unique index support_case_once on support_case (ods_code, md5(what_happened)) where closed_at is null;

create table further_information (
    id             bigint generated always as identity primary key,
    case_reference varchar(20)  not null references support_case,
    asked          text         not null,
    asked_at       timestamptz  not null,
    asked_by       varchar(64)  not null,
    answer         text,
    given_by       varchar(200),
    answered_at    timestamptz,
    recorded_by    varchar(64),
    check ((answer is null) = (answered_at is null))
);

create unique index further_information_open on further_information (case_reference) where answer is null;
create index further_information_by_case on further_information (case_reference, id);

create table closing_report (
    case_reference varchar(20) primary key references support_case,
    objectives_met varchar(20) not null check (objectives_met in ('ALL', 'SOME', 'NONE', 'NOT_STARTED')),
    what_changed   text        not null,
    what_remains   text        not null,
    written_at     timestamptz not null,
    written_by     varchar(64) not null
);

create table timeline_entry (
    id             bigint generated always as identity primary key,
    case_reference varchar(20)  not null references support_case,
    at             timestamptz  not null,
    who            varchar(64)  not null,
    what           varchar(200) not null,
    old_value      text,
    new_value      text,
    reason         text
);

create index timeline_entry_by_case on timeline_entry (case_reference, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% only grows: its rows are never changed or taken away', tg_table_name;
end $$;

create trigger timeline_entry_only_grows before update or delete on timeline_entry
    for each row execute function refuse_change();
create trigger timeline_entry_never_emptied before truncate on timeline_entry
    for each statement execute function refuse_change();
