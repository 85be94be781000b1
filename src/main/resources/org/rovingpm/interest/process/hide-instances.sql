-- Hides from what this transaction reads the process instances of the cases that are hidden from a person on a day, and those that
-- they have called. Gives no row where there are none.
with cases as materialized (
    select case_reference from published_hidden_cases(?) where person = ?),
begun as materialized (
    select proc_inst_id_ as id from act_hi_procinst where business_key_ = any (array(select case_reference from cases))
    union
    select proc_inst_id_ from act_ru_execution where business_key_ = any (array(select case_reference from cases))),
instances as (
    select id from begun
    union
    select proc_inst_id_ from act_hi_procinst where root_proc_inst_id_ = any (array(select id from begun))
    union
    select proc_inst_id_ from act_ru_execution where root_proc_inst_id_ = any (array(select id from begun)))
select set_config('rovingpm.hidden', string_agg(id, ' '), true), set_config('rovingpm.hiding', 'on', true)
  from instances
having count(*) > 0
