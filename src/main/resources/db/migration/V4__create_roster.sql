create table roving_pm (
    user_id               varchar(64)   primary key check (user_id ~ '^[a-z0-9][a-z0-9.-]{1,63}$'),
    name                  varchar(100)  not null check (name <> ''),
    email                 varchar(254)  not null check (email like '%_@_%'),
    status                varchar(10)   not null check (status in ('ACTIVE', 'PAUSED', 'LEFT')),
    home_postcode         varchar(8)    not null check (home_postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
    sessions_a_week       numeric(4, 2) not null check (sessions_a_week > 0 and sessions_a_week <= 10),
    dbs_valid_until       date          not null,
    agreement_valid_until date          not null,
    joined_on             date          not null,
    changed_at            timestamptz   not null,
    changed_by            varchar(64)   not null
);

comment on table roving_pm is 'The roster: PMs who work, pause or have worked for the scheme. Never deleted, because cases refer to them.';
comment on column roving_pm.user_id is 'The name they sign in with';
comment on column roving_pm.sessions_a_week is 'How many half days a week they can give in all';

create table roving_pm_skill (
    pm   varchar(64) not null references roving_pm,
    kind varchar(30) not null check (kind in ('STAFFING_SHORTAGE', 'PM_ABSENCE', 'HANDOVER', 'FINANCES', 'CQC', 'MERGER',
                                              'IT_AND_REPORTS', 'PROJECT')),
    primary key (pm, kind)
);

create table declared_interest (
    id          bigint generated always as identity primary key,
    pm          varchar(64) not null references roving_pm,
    ods_code    varchar(10) not null references practice,
    reason      text        not null check (reason <> ''),
    declared_at timestamptz not null,
    ended_on    date
);

comment on table declared_interest is 'What could make a PM look partial towards a practice: bars them from it until the day it ends, if ever';

create unique index declared_interest_in_force on declared_interest (ods_code, pm) where ended_on is null;
create index declared_interest_by_practice on declared_interest (ods_code, pm);

create function keep_declared_interest() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A declared interest is never deleted: it can only be ended on a day';
    end if;
    if (new.pm, new.ods_code, new.reason, new.declared_at) is distinct from (old.pm, old.ods_code, old.reason, old.declared_at) then
        raise exception 'A declared interest is never rewritten: it can only be ended on a day';
    end if;
    return new;
end $$;

create trigger keep_declared_interest before update or delete on declared_interest
    for each row execute function keep_declared_interest();

create table block (
    id         bigint generated always as identity primary key,
    pm         varchar(64) not null references roving_pm,
    ods_code   varchar(10) not null references practice,
    side       varchar(10) not null check (side in ('PM', 'PRACTICE')),
    reason     text        not null check (reason <> ''),
    since      date        not null,
    until      date        check (until >= since),
    blocked_by varchar(64) not null
);

comment on table block is 'A PM and a practice who are not to be matched, because one side said so';
comment on column block.side is 'Who does not want to be matched with the other';
comment on column block.until is 'The last day on which it holds; null for as long as nobody lifts it';

create unique index block_in_force on block (ods_code, pm, side) where until is null;
create index block_by_practice on block (ods_code, pm);
