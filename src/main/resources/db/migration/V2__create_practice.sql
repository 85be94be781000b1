create extension if not exists pg_trgm;

create table practice (
    ods_code            varchar(10)  primary key check (ods_code ~ '^[A-Z0-9]{3,10}$'),
    name                varchar(100) not null check (name <> ''),
    address             varchar(520) check (address <> ''),
    postcode            varchar(8)   check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
    telephone           varchar(100) check (telephone <> ''),
    icb                 varchar(10)  check (icb ~ '^[A-Z0-9]{2,10}$'),
    sub_icb             varchar(10)  check (sub_icb ~ '^[A-Z0-9]{2,10}$'),
    status              varchar(10)  not null check (status in ('ACTIVE', 'DORMANT', 'CLOSED', 'PROPOSED')),
    opened_on           date,
    closed_on           date,
    list_size           integer      check (list_size between 0 and 1000000),
    cqc_rating          varchar(20)  not null default 'UNKNOWN'
        check (cqc_rating in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE', 'NOT_RATED', 'UNKNOWN')),
    in_scheme           boolean      not null,
    in_register         boolean      not null default false,
    register_changed_on date,
    -- Small letters without punctuation; the postcode with and without its space. PracticeSearch turns what was typed into the same form.
    search_text         text generated always as (
        regexp_replace(replace(lower(name || ' ' || coalesce(address, '') || ' ' || coalesce(postcode, '') || ' '
            || coalesce(replace(postcode, ' ', ''), '') || ' ' || ods_code), '''', ''), '[^a-z0-9]+', ' ', 'g')) stored
);

comment on table practice is
    'practice: GP practices, those of the scheme and those that once were in it. Never deleted, because cases refer to them.';
comment on column practice.in_scheme is 'The practice is one of those that the scheme serves';
comment on column practice.in_register is 'The practice came from the NHS register and was in the file loaded last';
comment on column practice.register_changed_on is
    'When the register says it last changed this practice, as far as that has been read from its API; null where it has not';
comment on column practice.search_text is 'What the search for practices looks in';

create index practice_search on practice using gin (search_text gin_trgm_ops) with (fastupdate = off) where in_scheme and status = 'ACTIVE';

create function keep_practice() returns trigger language plpgsql as $$
begin
    raise exception 'A practice is never deleted: cases may refer to it';
end $$;

comment on function keep_practice() is 'practice: guards practice';

create trigger keep_practice before delete on practice
    for each row execute function keep_practice();

create table postcode_position (
    postcode  varchar(8)       primary key check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
    latitude  double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180)
);

comment on table postcode_position is 'practice: the position of the middle of each postcode';

create table outcode_position (
    outcode   varchar(4)       primary key check (outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
    latitude  double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    averaged  boolean          not null
);

comment on table outcode_position is 'practice: the position of the middle of each outward code (NG7), for postcodes without a position of their own';
comment on column outcode_position.averaged is 'Whether it is the average of the known postcodes, rather than given by a file of outward codes';

create table position_file (
    kind        varchar(10) primary key check (kind in ('POSTCODE', 'OUTCODE')),
    size_bytes  bigint      not null,
    modified_at timestamptz not null,
    loaded_at   timestamptz not null
);

comment on table position_file is 'practice: the files of positions that were loaded last, so that an unchanged one is not loaded again';

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

comment on table register_refresh is
    'practice: refreshes through the API of the NHS register, of the whole of it each week and of a practice that somebody names';
comment on column register_refresh.practice is
    'The only practice to refresh, at most once a day; null for the whole register, of which there is one refresh at a time';

create unique index register_refresh_whole on register_refresh ((practice is null)) where practice is null and ended_at is null;

create table register_question (
    id         bigint      generated always as identity primary key,
    refresh    bigint      not null references register_refresh on delete cascade,
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
    status     varchar(10) check (status in ('ACTIVE', 'DORMANT', 'CLOSED', 'PROPOSED')),
    opened_on  date,
    closed_on  date,
    changed_on date,
    unique nulls not distinct (refresh, kind, subject, page)
);

comment on table register_question is 'practice: what a refresh asks the register, and what the register answered; deleted when the refresh ends';
comment on column register_question.state is 'Whether and how the question was answered; status is the status of the practice in the answer';

create index register_question_open on register_question (refresh, id) where state = 'OPEN';

create view published_practice as
select ods_code, name, split_part(postcode, ' ', 1) as area from practice;

comment on view published_practice is
    'practice: the name of every practice that any case, interest or block may refer to, and its area, which is the outward part of its postcode (NG7)';

create view published_area as
select distinct split_part(postcode, ' ', 1) as area from practice where in_scheme and status = 'ACTIVE' and postcode is not null;

comment on view published_area is 'practice: the areas in which the scheme has practices';

create view published_postcode_position as
select postcode, latitude, longitude from postcode_position;

comment on view published_postcode_position is 'practice: the position of a postcode, where it is known; one row a postcode';

create view published_outcode_position as
select outcode, latitude, longitude from outcode_position;

comment on view published_outcode_position is
    'practice: the position of an outward code, for postcodes without one of their own; one row an outward code';
