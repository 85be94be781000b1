-- Open tasks that nobody can claim: those of teams without members, and those of cases that are hidden from every member. Few cases
-- are hidden from anybody, and few teams are empty, so no other task is looked at.
with waiting as materialized (
    select t.id_
      from published_restricted_cases(:today) r
      join act_ru_execution i on i.business_key_ = r.case_reference
      join act_ru_task t on t.proc_inst_id_ = i.proc_inst_id_
    union
    select l.task_id_
      from act_id_group g join act_ru_identitylink l on l.group_id_ = g.id_ and l.type_ = 'candidate'
     where not exists (select from act_id_membership m where m.group_id_ = g.id_))
select t.create_time_::timestamptz as waits_since, t.create_time_ as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       t.id_ as id, t.id_ as task, t.name_ as step, t.task_def_key_ as activity, t.assignee_ as person,
       t.proc_inst_id_ as instance, t.proc_def_id_ as definition, null as why, false as retrying, 1 as failures
  from waiting
  join act_ru_task t on t.id_ = waiting.id_
  join act_ru_execution i on i.id_ = t.proc_inst_id_
  join published_case c on c.reference = i.business_key_
 where t.suspension_state_ = 1 and t.assignee_ is null
   and exists (select from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate')
   and not exists (
       select from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
        where l.task_id_ = t.id_ and l.type_ = 'candidate'
          and not exists (
              select from published_hidden_cases(m.user_id_, :today) h where h.case_reference = c.reference))
