create table deputy (
    id           bigint      generated always as identity primary key,
    role         varchar(64) not null check (role <> ''),
    person       varchar(64) not null check (person <> ''),
    starts_on    date        not null,
    ends_on      date        not null,
    reason       text        not null check (reason <> ''),
    appointed_at timestamptz not null,
    appointed_by varchar(64) not null,
    begun_at     timestamptz,
    ended_at     timestamptz,
    ended_by     varchar(64),
    constraint deputy_dates check (ends_on >= starts_on),
    constraint deputy_appointed_by_others check (appointed_by <> person),
    constraint deputy_end_on_record check ((ended_at is null) = (ended_by is null))
);

comment on table deputy is 'deputy: who has a role for some days in place of its members, by whom they were appointed and why';
comment on column deputy.role is 'The group of the role';
comment on column deputy.ends_on is 'The last day on which they have it';
comment on column deputy.begun_at is 'Since when they are a member of the group; null until the first day';
comment on column deputy.ended_by is 'User id, or "system" after the last day';

create unique index deputy_now on deputy (role, person) where ended_at is null;
create index deputy_latest on deputy (appointed_at desc, id desc);

create function keep_deputy() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null
        or (new.role, new.person, new.starts_on, new.ends_on, new.reason, new.appointed_at, new.appointed_by)
            is distinct from (old.role, old.person, old.starts_on, old.ends_on, old.reason, old.appointed_at, old.appointed_by) then
        raise exception 'That somebody was a deputy stays on record: it can only begin and end';
    end if;
    return new;
end $$;

comment on function keep_deputy() is 'deputy: guards deputy';

create trigger keep_deputy before update or delete on deputy
    for each row execute function keep_deputy();
