create table bucket (
    id         varchar(120) primary key,
    state      bytea,
    expires_at bigint
);

comment on table bucket is
    'web: how many of its permitted requests each client has used; written by bucket4j. The id holds a hash of the address, never the address.';

create index bucket_expired on bucket (expires_at);
