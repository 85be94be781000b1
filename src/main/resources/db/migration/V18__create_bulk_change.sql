create table bulk_change (
    id           bigint generated always as identity primary key,
    key          varchar(40)  not null unique check (key <> ''),
    kind         varchar(20)  not null check (kind in ('REASSIGN', 'FIND_ANOTHER_PM', 'MOVE_DEADLINES', 'RETRY')),
    person       varchar(64),
    to_person    varchar(64),
    working_days integer      check (working_days between 1 and 60),
    failing      varchar(400),
    reason       varchar(500) not null check (reason <> ''),
    asked_by     varchar(64)  not null,
    asked_at     timestamptz  not null,
    check (kind <> 'REASSIGN' or (person is not null and to_person is not null)),
    check (kind <> 'FIND_ANOTHER_PM' or person is not null),
    check (kind <> 'MOVE_DEADLINES' or (person is not null and working_days is not null)),
    check (kind <> 'RETRY' or failing is not null)
);

comment on table bulk_change is 'bulkchange: changes that managers have made to many tasks, cases or failed steps at once';
comment on column bulk_change.key is 'The key of the page that it was started from: each page starts it once';
comment on column bulk_change.failing is 'The version of a process and the step of it that fails: "id/step"';

create trigger bulk_change_only_grows before update or delete on bulk_change
    for each row execute function refuse_change();

create index bulk_change_by_time on bulk_change (asked_at);

create table bulk_item (
    bulk_id        bigint       not null references bulk_change,
    position       integer      not null,
    subject        varchar(64)  not null,
    case_reference varchar(20)  references support_case,
    label          varchar(300) not null,
    outcome        varchar(10)  check (outcome in ('DONE', 'REFUSED')),
    explanation    text,
    processed_at   timestamptz,
    primary key (bulk_id, position),
    unique (bulk_id, subject),
    check ((outcome is null) = (processed_at is null))
);

comment on table bulk_item is 'bulkchange: the tasks, cases or failed steps of each bulk change, with the result';
comment on column bulk_item.subject is 'The engine''s id of the task or of the incident, or the number of the case';
comment on column bulk_item.explanation is 'Why it was refused, or what was done, in a sentence';

create trigger bulk_item_stays before delete on bulk_item for each row execute function refuse_deletion();

create index bulk_item_left on bulk_item (bulk_id, position) where outcome is null;

create function refuse_second_outcome() returns trigger language plpgsql as $$
begin
    raise exception 'Item % of bulk change % has been processed already', old.position, old.bulk_id;
end $$;

comment on function refuse_second_outcome() is 'bulkchange: guards bulk_item';

create trigger bulk_item_once before update on bulk_item
    for each row when (old.outcome is not null) execute function refuse_second_outcome();
