create table answered_call (
    key         varchar(200) primary key check (key <> ''),
    answered_at timestamptz  not null
);

comment on table answered_call is
    'engine: calls to outside services that had an effect, by their idempotency keys, so that none is made twice. Deleted after 30 days.';

create index answered_call_answered_at on answered_call (answered_at);
