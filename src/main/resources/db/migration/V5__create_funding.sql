create table fund (
    code      varchar(30)    primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,29}$'),
    name      varchar(100)   not null unique check (name <> ''),
    opens_on  date           not null,
    closes_on date           check (closes_on >= opens_on),
    allocated numeric(14, 2) not null default 0,
    committed numeric(14, 2) not null default 0,
    spent     numeric(14, 2) not null default 0,
    constraint fund_committed_not_negative check (committed >= 0),
    constraint fund_spent_not_negative check (spent >= 0),
    constraint fund_never_promised_twice check (committed + spent <= allocated)
);

comment on table fund is 'Money for support. The balances follow from the ledger and are moved by it alone.';
comment on column fund.allocated is 'Pounds put into the fund';
comment on column fund.committed is 'Pounds promised to cases and not spent yet';
comment on column fund.spent is 'Pounds used';

create table ledger_entry (
    id              bigint generated always as identity primary key,
    fund_code       varchar(30)    not null references fund,
    at              timestamptz    not null,
    who             varchar(64)    not null,
    kind            varchar(10)    not null check (kind in ('ALLOCATION', 'COMMITMENT', 'RELEASE', 'SPEND')),
    amount          numeric(12, 2) not null check (amount > 0),
    case_reference  varchar(20)    references support_case,
    hours           numeric(7, 2)  check (hours > 0),
    note            varchar(500),
    idempotency_key varchar(100)   not null unique,
    check ((case_reference is null) = (kind = 'ALLOCATION')),
    check (hours is null or kind = 'SPEND')
);

comment on column ledger_entry.hours is 'Hours of a PM that the money paid for';
comment on column ledger_entry.idempotency_key is 'Names what was done, so that it is done once however often it is asked for';

create index ledger_entry_by_case on ledger_entry (case_reference, id);
create index ledger_entry_by_fund on ledger_entry (fund_code, id);

create trigger ledger_entry_only_grows before update or delete on ledger_entry
    for each row execute function refuse_change();
create trigger ledger_entry_never_emptied before truncate on ledger_entry
    for each statement execute function refuse_change();

create table case_money (
    case_reference varchar(20)    not null references support_case,
    fund_code      varchar(30)    not null references fund,
    committed      numeric(14, 2) not null,
    spent          numeric(14, 2) not null,
    primary key (case_reference, fund_code),
    constraint case_committed_not_negative check (committed >= 0),
    constraint case_spent_not_negative check (spent >= 0)
);

comment on table case_money is 'What each case has been promised and has used. Follows from the ledger.';

-- The fund first, then the case: everybody who moves money waits in the same order
create function move_money() returns trigger language plpgsql as $$
declare
    promised numeric := case new.kind when 'COMMITMENT' then new.amount when 'ALLOCATION' then 0 else -new.amount end;
    used     numeric := case new.kind when 'SPEND' then new.amount else 0 end;
begin
    update fund set allocated = allocated + case new.kind when 'ALLOCATION' then new.amount else 0 end,
                    committed = committed + promised, spent = spent + used
     where code = new.fund_code;
    if new.case_reference is not null then
        insert into case_money (case_reference, fund_code, committed, spent)
        values (new.case_reference, new.fund_code, 0, 0) on conflict do nothing;
        update case_money set committed = committed + promised, spent = spent + used
         where case_reference = new.case_reference and fund_code = new.fund_code;
    end if;
    return null;
end $$;

create trigger ledger_entry_moves_money after insert on ledger_entry
    for each row execute function move_money();

-- Only the ledger's own trigger runs inside another trigger
create function refuse_balance_by_hand() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception 'The balances of % follow from the ledger: add an entry there', tg_table_name;
    end if;
    return new;
end $$;

create trigger fund_balance_by_ledger before update of allocated, committed, spent on fund
    for each row execute function refuse_balance_by_hand();
create trigger fund_begins_empty before insert on fund
    for each row when (new.allocated <> 0 or new.committed <> 0 or new.spent <> 0) execute function refuse_balance_by_hand();
create trigger case_money_by_ledger before insert or update on case_money
    for each row execute function refuse_balance_by_hand();
create trigger case_money_stays before delete on case_money
    for each row execute function refuse_change();
