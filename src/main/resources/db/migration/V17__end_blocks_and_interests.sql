-- One that is ended on the day on which it began has held on no day
alter table block
    drop constraint block_check,
    add column ended_by varchar(64),
    add column end_reason text check (end_reason <> ''),
    add constraint block_until check (until >= since - 1),
    add constraint block_end_on_record check ((until is null) = (ended_by is null) and (ended_by is null) = (end_reason is null)) not valid;

comment on column block.ended_by is 'User id of whoever ended it; nobody ends one without saying why';

alter table declared_interest
    add column ended_by varchar(64),
    add column end_reason text check (end_reason <> ''),
    add constraint declared_interest_end_on_record
        check ((ended_on is null) = (ended_by is null) and (ended_by is null) = (end_reason is null)) not valid;

comment on column declared_interest.ended_on is 'The first day on which it bars no longer; null while it holds';
comment on column declared_interest.ended_by is 'User id of whoever ended it; nobody ends one without saying why';
