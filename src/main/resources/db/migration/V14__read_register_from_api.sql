create table answered_call (
    key         varchar(200) primary key check (key <> ''),
    answered_at timestamptz  not null
);

create index answered_call_answered_at on answered_call (answered_at);

comment on table answered_call is 'Calls to services outside that had an effect, by their idempotency keys: none is made twice. Kept for 30 days.';

alter table practice add column register_changed_on date;

comment on column practice.register_changed_on is
    'When the register says it last changed this practice, as far as that has been read from its API; null where it has not';

create table register_refresh (
    id        bigint      generated always as identity primary key,
    practice  varchar(10) check (practice ~ '^[A-Z0-9]{3,10}$'),
    begun_on  date        not null,
    begun_at  timestamptz not null,
    ended_at  timestamptz,
    outcome   varchar(10) check (outcome in ('APPLIED', 'NOT_FOUND', 'NOT_SERVED', 'UNREADABLE', 'REPLACED')),
    report    text,
    unique (practice, begun_on),
    check ((ended_at is null) = (outcome is null))
);

create unique index register_refresh_whole on register_refresh ((practice is null)) where practice is null and ended_at is null;

comment on table register_refresh is 'Readings of the NHS register through its API: weekly the whole of it, and single practices when somebody names one';
comment on column register_refresh.practice is 'The only practice that is read, asked for once a day; null for the whole register, of which one reading goes on at a time';

create table register_question (
    id         bigint      generated always as identity primary key,
    reading    bigint      not null references register_refresh on delete cascade,
    kind       varchar(10) not null check (kind in ('SUB_ICBS', 'PRACTICES', 'PRACTICE', 'SUB_ICB')),
    subject    varchar(10) check (subject ~ '^[A-Z0-9]{2,10}$'),
    page       integer     not null default 1 check (page between 1 and 100),
    state      varchar(10) not null default 'OPEN' check (state in ('OPEN', 'READ', 'UNCHANGED', 'NOT_FOUND', 'UNREADABLE')),
    reason     text,
    name       varchar(100),
    address    varchar(520),
    postcode   varchar(8),
    telephone  varchar(100),
    grouping   varchar(100),
    icb        varchar(10),
    sub_icb    varchar(10),
    status     varchar(10),
    opened_on  date,
    closed_on  date,
    changed_on date,
    unique nulls not distinct (reading, kind, subject, page)
);

create index register_question_open on register_question (reading, id) where state = 'OPEN';

comment on table register_question is 'What a reading asks of the register, and what it answered; emptied when the reading ends';
