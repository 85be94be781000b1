create table advice_way (
    code     varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    label    varchar(100) not null check (label <> ''),
    position integer      not null,
    in_use   boolean      not null default true
);

comment on table advice_way is 'advice: the ways in which advice is given, as data that managers may change';
comment on column advice_way.position is 'Its place in lists, the smallest first';
comment on column advice_way.in_use is 'Whether it is offered; one that is not still shows where it was chosen';

create trigger advice_way_stays before delete on advice_way for each row execute function refuse_deletion();

create unique index advice_way_by_offered_label on advice_way (lower(label)) where in_use;

insert into advice_way (code, label, position) values
    ('TELEPHONE', 'By telephone', 10),
    ('VIDEO_CALL', 'By video call', 20),
    ('VISIT', 'At a visit', 30),
    ('EMAIL', 'By e-mail', 40);

create table advice (
    id             bigint        generated always as identity primary key,
    case_reference varchar(20)   not null references support_case,
    given_by       varchar(64)   not null check (given_by <> ''),
    given_on       date          not null,
    way            varchar(30)   not null references advice_way,
    advice         text          not null check (advice <> ''),
    hours          numeric(4, 2) not null check (hours > 0 and hours <= 40),
    pm_needed      boolean       not null,
    recorded_at    timestamptz   not null,
    recorded_by    varchar(64)   not null
);

comment on table advice is 'advice: what practices were advised instead of a placement, or before one; the last one of a case counts';
comment on column advice.given_by is 'User id of whoever advised the practice';
comment on column advice.advice is 'In words that the practice reads';
comment on column advice.pm_needed is 'Whether it was not enough, so that a PM was looked for';

create trigger advice_only_grows before update or delete on advice for each row execute function refuse_change();

create index advice_by_case on advice (case_reference, id);
create index advice_by_way on advice (way);

-- The case ends with it
create unique index advice_that_was_enough on advice (case_reference) where not pm_needed;

create view published_advised_case as
select case_reference, given_on, hours from advice where not pm_needed;

comment on view published_advised_case is 'advice: cases in which advice was enough; one row a case';
