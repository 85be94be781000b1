create table fund (
    code             varchar(30)    primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,29}$'),
    name             varchar(100)   not null unique check (name <> ''),
    opens_on         date           not null,
    closes_on        date           check (closes_on >= opens_on),
    allocated        numeric(14, 2) not null default 0,
    committed_in_all numeric(14, 2) not null default 0,
    constraint fund_never_committed_twice check (committed_in_all <= allocated),
    constraint fund_committed_not_negative check (committed_in_all >= 0)
);

comment on table fund is 'funding: money for support. The balances follow from the ledger, and nothing else changes them.';
comment on column fund.allocated is 'Pounds put into the fund';
comment on column fund.committed_in_all is 'Pounds committed to cases, spent since or not';

create trigger fund_stays before delete on fund for each row execute function refuse_deletion();

-- Money is committed before it is spent, so spending does not change what a fund has available: all PMs may report their week
-- at the same moment, and none waits for another
create table fund_spending (
    fund_code varchar(30)    not null references fund,
    part      smallint       not null check (part between 0 and 15),
    spent     numeric(14, 2) not null,
    primary key (fund_code, part),
    constraint fund_spent_not_negative check (spent >= 0)
);

comment on table fund_spending is
    'funding: what each fund has spent, in sixteen parts that change independently of each other. Follows from the ledger.';

create table ledger_entry (
    id              bigint generated always as identity primary key,
    fund_code       varchar(30)    not null references fund,
    recorded_at     timestamptz    not null,
    recorded_by     varchar(64)    not null,
    kind            varchar(10)    not null check (kind in ('ALLOCATION', 'COMMITMENT', 'RELEASE', 'SPEND', 'REVERSAL')),
    amount          numeric(12, 2) not null check (amount > 0),
    case_reference  varchar(20)    references support_case,
    hours           numeric(7, 2)  check (hours > 0),
    note            varchar(500),
    idempotency_key varchar(100)   not null unique,
    reverses        bigint         unique references ledger_entry,
    check ((case_reference is null) = (kind = 'ALLOCATION')),
    check (hours is null or kind in ('SPEND', 'REVERSAL')),
    check ((reverses is not null) = (kind = 'REVERSAL'))
);

comment on table ledger_entry is 'funding: every movement of money. It only grows.';
comment on column ledger_entry.amount is 'Pounds';
comment on column ledger_entry.hours is 'Hours of a PM that the money paid for';
comment on column ledger_entry.reverses is 'The spending that a reversal takes back: the money is committed to the case again';
comment on column ledger_entry.idempotency_key is 'Identifies the movement, so that it is recorded once however often it is requested';

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

comment on table case_money is 'funding: what is committed to each case, and what it has spent. Follows from the ledger.';
comment on column case_money.committed is 'Pounds committed and not spent yet';
comment on column case_money.spent is 'Pounds spent';

create view fund_balance as
select code, name, opens_on, closes_on, allocated, committed_in_all - used.spent as committed, used.spent
  from fund, lateral (select sum(spent) as spent from fund_spending where fund_code = code) used;

comment on view fund_balance is 'funding: the funds with the money that is committed to cases and not spent yet, and the money that is spent';

-- The fund first, then the case, then the part: everybody who moves money locks them in the same order
create function move_money() returns trigger language plpgsql as $$
declare
    newly_committed numeric := case new.kind when 'COMMITMENT' then new.amount when 'RELEASE' then -new.amount else 0 end;
    newly_spent     numeric := case new.kind when 'SPEND' then new.amount when 'REVERSAL' then -new.amount else 0 end;
begin
    if new.kind not in ('SPEND', 'REVERSAL') then
        update fund set allocated = allocated + case new.kind when 'ALLOCATION' then new.amount else 0 end,
                        committed_in_all = committed_in_all + newly_committed
         where code = new.fund_code;
    end if;
    if new.case_reference is not null then
        insert into case_money (case_reference, fund_code, committed, spent)
        values (new.case_reference, new.fund_code, 0, 0) on conflict do nothing;
        update case_money set committed = committed + newly_committed - newly_spent, spent = spent + newly_spent
         where case_reference = new.case_reference and fund_code = new.fund_code;
    end if;
    if new.kind in ('SPEND', 'REVERSAL') then
        update fund_spending set spent = spent + newly_spent
         where fund_code = new.fund_code and part = hashtext(new.case_reference) & 15;
    end if;
    return null;
end $$;

comment on function move_money() is 'funding: updates the balances from each entry of the ledger';

create trigger ledger_entry_moves_money after insert on ledger_entry
    for each row execute function move_money();

create function begin_spending() returns trigger language plpgsql as $$
begin
    insert into fund_spending (fund_code, part, spent) select new.code, part, 0 from generate_series(0, 15) part;
    return null;
end $$;

comment on function begin_spending() is 'funding: gives a new fund its sixteen parts';

create trigger fund_begins_spending after insert on fund
    for each row execute function begin_spending();

-- Only the ledger's own trigger runs inside another trigger
create function refuse_balance_by_hand() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception 'The balances of % follow from the ledger: add an entry there', tg_table_name;
    end if;
    return new;
end $$;

comment on function refuse_balance_by_hand() is 'funding: guards the balances';

create trigger fund_balance_by_ledger before update of allocated, committed_in_all on fund
    for each row execute function refuse_balance_by_hand();
create trigger fund_begins_empty before insert on fund
    for each row when (new.allocated <> 0 or new.committed_in_all <> 0) execute function refuse_balance_by_hand();
create trigger fund_spending_by_ledger before insert or update on fund_spending
    for each row execute function refuse_balance_by_hand();
create trigger fund_spending_stays before delete on fund_spending
    for each row execute function refuse_deletion();
create trigger case_money_by_ledger before insert or update on case_money
    for each row execute function refuse_balance_by_hand();
create trigger case_money_stays before delete on case_money
    for each row execute function refuse_deletion();

create view published_fund as
select code, name, opens_on, closes_on from fund;

comment on view published_fund is 'funding: every fund, open or closed';
