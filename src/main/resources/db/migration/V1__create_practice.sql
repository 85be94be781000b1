create table practice (
    ods_code    varchar(10)  primary key check (ods_code ~ '^[A-Z0-9]{3,10}$'),
    name        varchar(100) not null check (name <> ''),
    address     varchar(520) check (address <> ''),
    postcode    varchar(8)   check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
    telephone   varchar(100) check (telephone <> ''),
    icb         varchar(10)  check (icb ~ '^[A-Z0-9]{2,10}$'),
    sub_icb     varchar(10)  check (sub_icb ~ '^[A-Z0-9]{2,10}$'),
    status      varchar(10)  not null check (status in ('ACTIVE', 'DORMANT', 'CLOSED', 'PROPOSED')),
    opened_on   date,
    closed_on   date,
    list_size   integer      check (list_size between 0 and 1000000),
    cqc_rating  varchar(20)  not null default 'UNKNOWN'
        check (cqc_rating in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE', 'NOT_RATED', 'UNKNOWN')),
    in_scheme   boolean      not null,
    in_register boolean      not null default false
);

comment on table practice is 'GP practices: those of the scheme, and those that once were. Never deleted, because cases refer to them.';
comment on column practice.in_scheme is 'The practice is one of those that the scheme serves';
comment on column practice.in_register is 'The practice came from the NHS register and was in the file loaded last';

create function keep_practice() returns trigger language plpgsql as $$
begin
    raise exception 'A practice is never deleted: cases may refer to it';
end $$;

create trigger keep_practice before delete on practice
    for each row execute function keep_practice();

create table postcode_position (
    postcode  varchar(8)       primary key check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
    latitude  double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180)
);

create table outcode_position (
    outcode   varchar(4)       primary key check (outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
    latitude  double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    source    varchar(10)      not null check (source in ('FILE', 'AVERAGE'))
);

comment on table outcode_position is 'Where the middle of an outward code (NG7) is: the fallback for a postcode without a position';
comment on column outcode_position.source is 'FILE: given by a file of outward codes; AVERAGE: the average of the known postcodes';

create table position_file (
    kind        varchar(10) primary key check (kind in ('POSTCODE', 'OUTCODE')),
    size_bytes  bigint      not null,
    modified_at timestamptz not null,
    loaded_at   timestamptz not null
);

comment on table position_file is 'The files of positions loaded last, so that an unchanged one is not read again';
