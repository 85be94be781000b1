-- Hides from what this transaction reads the process instances of the cases that are hidden from a person on a day, and those that
-- they have called. Of a case that is only confidential, somebody who mends processes is shown the instances without their contents.
-- Gives no row where nothing is hidden.
with cases as materialized (
    select case_reference, bool_or(not confidential or not ?) as wholly from published_hidden_cases(?, ?) group by case_reference),
begun as materialized (
    select c.wholly, i.proc_inst_id_ as id from cases c join act_hi_procinst i on i.business_key_ = c.case_reference
    union
    select c.wholly, e.proc_inst_id_ from cases c join act_ru_execution e on e.business_key_ = c.case_reference),
instances as (
    select wholly, id from begun
    union
    select b.wholly, i.proc_inst_id_ from begun b join act_hi_procinst i on i.root_proc_inst_id_ = b.id
    union
    select b.wholly, e.proc_inst_id_ from begun b join act_ru_execution e on e.root_proc_inst_id_ = b.id)
select set_config('rovingpm.hidden', coalesce(string_agg(id, ' ') filter (where wholly), ''), true),
       set_config('rovingpm.hidden_contents', string_agg(id, ' '), true), set_config('rovingpm.hiding', 'on', true)
  from instances
having count(*) > 0
