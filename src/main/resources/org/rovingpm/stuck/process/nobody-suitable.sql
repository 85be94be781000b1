-- Cases for which no PM was found.
select t.create_time_::timestamptz as waits_since, t.create_time_ as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       t.id_ as id, t.id_ as task, t.name_ as step, t.task_def_key_ as activity, t.assignee_ as person,
       t.proc_inst_id_ as instance, t.proc_def_id_ as definition, null as why, false as retrying, 1 as failures
  from act_ru_task t
  join act_ru_execution i on i.id_ = t.proc_inst_id_
  join published_case c on c.reference = i.business_key_
 where t.suspension_state_ = 1 and t.task_def_key_ = 'userTask_resolveMissingPm'
