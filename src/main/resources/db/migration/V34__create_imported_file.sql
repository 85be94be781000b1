create table imported_file (
    id          bigint       generated always as identity primary key,
    name        varchar(200) not null check (name <> ''),
    content     bytea        check (octet_length(content) <= 1048576),
    sent_at     timestamptz  not null,
    sent_by     varchar(64)  not null,
    expires_at  timestamptz  not null check (expires_at > sent_at),
    imported_at timestamptz,
    made        integer      check (made >= 0),
    check ((content is null) = (imported_at is not null)),
    check ((made is null) = (imported_at is null))
);

comment on table imported_file is
    'schemestart: spreadsheets that were sent to be imported. One that is imported loses its content and stays; any other is deleted when it expires.';
comment on column imported_file.made is 'How many PMs, funds and cases it made';

create index imported_file_to_expire on imported_file (expires_at) where imported_at is null;
create index imported_file_done on imported_file (imported_at) where imported_at is not null;

create table imported_case (
    own_reference  varchar(60) primary key check (own_reference <> ''),
    case_reference varchar(20) not null unique references support_case,
    file_id        bigint      not null references imported_file,
    imported_at    timestamptz not null,
    imported_by    varchar(64) not null
);

comment on table imported_case is 'schemestart: the cases that came from a spreadsheet, and what the scheme called them there';

create unique index imported_case_once on imported_case (lower(own_reference));
create index imported_case_by_file on imported_case (file_id);

create trigger imported_case_only_grows before update or delete on imported_case
    for each row execute function refuse_change();

create table scheme_check (
    item       varchar(20) primary key check (item in ('TEMPLATES', 'LIMITS')),
    checked_at timestamptz not null,
    checked_by varchar(64) not null
);

comment on table scheme_check is 'schemestart: what of the start of the scheme only a person can judge, and who has';
