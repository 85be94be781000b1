create table database_probe (
    only_one   boolean primary key default true check (only_one),
    written_at timestamptz not null
);

comment on table database_probe is
    'database: one row that is written to find out whether the database can be written.';

insert into database_probe (written_at) values (now());
