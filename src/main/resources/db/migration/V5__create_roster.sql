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

comment on table roving_pm is
    'roster: PMs who work for the scheme, have paused or have left. Never deleted, because cases refer to them.';
comment on column roving_pm.user_id is 'The name they sign in with';
comment on column roving_pm.sessions_a_week is 'How many half days a week they can give in all';

create trigger roving_pm_stays before delete on roving_pm for each row execute function refuse_deletion();

create table roving_pm_skill (
    pm   varchar(64) not null references roving_pm,
    kind varchar(30) not null references help_kind,
    primary key (pm, kind)
);

comment on table roving_pm_skill is 'roster: the kinds of help that each PM can give';

create index roving_pm_skill_by_kind on roving_pm_skill (kind);

create table block (
    id         bigint generated always as identity primary key,
    pm         varchar(64) not null references roving_pm,
    ods_code   varchar(10) not null references practice,
    side       varchar(10) not null check (side in ('PM', 'PRACTICE')),
    reason     text        not null check (reason <> ''),
    started_on date        not null,
    ended_on   date        check (ended_on >= started_on),
    blocked_by varchar(64) not null,
    ended_by   varchar(64),
    end_reason text        check (end_reason <> ''),
    constraint block_end_on_record
        check ((ended_on is null) = (ended_by is null) and (ended_by is null) = (end_reason is null))
);

comment on table block is 'roster: a PM and a practice who are not to be matched, because one side said so';
comment on column block.side is 'Who does not want to be matched with the other';
comment on column block.ended_on is
    'The first day on which it is no longer in force; null while it is. One that ends on the day it began was in force on no day.';
comment on column block.ended_by is 'User id of whoever ended it; a reason is always given';

create trigger block_stays before delete on block for each row execute function refuse_deletion();

create unique index block_in_force on block (ods_code, pm, side) where ended_on is null;
create index block_by_practice on block (ods_code, pm);

create view published_pm as
select user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until, agreement_valid_until from roving_pm;

comment on view published_pm is 'roster: everybody on the roster, including those who have paused or left; one row a PM';

create view published_pm_skill as
select pm, kind from roving_pm_skill;

comment on view published_pm_skill is 'roster: the kinds of help that each PM can give; one row a PM and kind';

-- Written so that the database reads it as a part of the question it stands in
create function published_blocks(today date) returns table (pm varchar, ods_code varchar, side varchar)
    language sql stable as $$
    select pm, ods_code, side from block where ended_on is null or ended_on > today
$$;

comment on function published_blocks(date) is 'roster: who is not to be matched with which practice on a day, and which side said so';
