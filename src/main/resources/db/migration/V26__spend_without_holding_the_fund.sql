-- What is spent has been promised before, so spending leaves a fund's free money as it is: all PMs may report their week at
-- the same moment, and none waits for another. What a fund has promised, spent or not, is one figure; what it has spent is
-- counted in parts, by case.

drop trigger fund_balance_by_ledger on fund;
drop trigger fund_begins_empty on fund;
alter table fund drop constraint fund_committed_not_negative;
alter table fund drop constraint fund_spent_not_negative;
alter table fund drop constraint fund_never_promised_twice;
alter table fund rename column committed to promised;
update fund set promised = promised + spent;
alter table fund add constraint fund_never_promised_twice check (promised <= allocated);
alter table fund add constraint fund_promised_not_negative check (promised >= 0);

comment on column fund.promised is 'Pounds promised to cases, spent or not';

create table fund_spending (
    fund_code varchar(30)    not null references fund,
    part      smallint       not null check (part between 0 and 15),
    spent     numeric(14, 2) not null,
    primary key (fund_code, part),
    constraint fund_spent_not_negative check (spent >= 0)
);

comment on table fund_spending is 'What each fund has spent, in sixteen parts that are moved apart from each other. Follows from the ledger.';

insert into fund_spending (fund_code, part, spent)
select code, part, case part when 0 then spent else 0 end from fund cross join generate_series(0, 15) part;
alter table fund drop column spent;

create view fund_balance as
select code, name, opens_on, closes_on, allocated, promised - used.spent as committed, used.spent
  from fund, lateral (select sum(spent) as spent from fund_spending where fund_code = code) used;

comment on view fund_balance is 'The funds with what they have promised to cases and not spent yet (committed), and what was spent';

-- The fund first, then the case, then the part: everybody who moves money waits in the same order
create or replace function move_money() returns trigger language plpgsql as $$
declare
    promised_more numeric := case new.kind when 'COMMITMENT' then new.amount when 'RELEASE' then -new.amount else 0 end;
    used          numeric := case new.kind when 'SPEND' then new.amount else 0 end;
begin
    if new.kind <> 'SPEND' then
        update fund set allocated = allocated + case new.kind when 'ALLOCATION' then new.amount else 0 end,
                        promised = promised + promised_more
         where code = new.fund_code;
    end if;
    if new.case_reference is not null then
        insert into case_money (case_reference, fund_code, committed, spent)
        values (new.case_reference, new.fund_code, 0, 0) on conflict do nothing;
        update case_money set committed = committed + promised_more - used, spent = spent + used
         where case_reference = new.case_reference and fund_code = new.fund_code;
    end if;
    if new.kind = 'SPEND' then
        update fund_spending set spent = spent + used
         where fund_code = new.fund_code and part = hashtext(new.case_reference) & 15;
    end if;
    return null;
end $$;

create function begin_spending() returns trigger language plpgsql as $$
begin
    insert into fund_spending (fund_code, part, spent) select new.code, part, 0 from generate_series(0, 15) part;
    return null;
end $$;

create trigger fund_begins_spending after insert on fund
    for each row execute function begin_spending();
create trigger fund_balance_by_ledger before update of allocated, promised on fund
    for each row execute function refuse_balance_by_hand();
create trigger fund_begins_empty before insert on fund
    for each row when (new.allocated <> 0 or new.promised <> 0) execute function refuse_balance_by_hand();
create trigger fund_spending_by_ledger before insert or update on fund_spending
    for each row execute function refuse_balance_by_hand();
create trigger fund_spending_stays before delete on fund_spending
    for each row execute function refuse_change();
