-- Placements whose PM has not been heard from although a week is to be reported.
select p.last_heard_at as waits_since, p.last_heard_at as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       t.id_ as id, t.id_ as task, t.name_ as step, t.task_def_key_ as activity, t.assignee_ as person,
       t.proc_inst_id_ as instance, t.proc_def_id_ as definition, null as why, false as retrying, 1 as failures
  from published_placement p
  join published_case c on c.reference = p.case_reference
  -- Row by row: otherwise the database would join all tasks, cases and PMs before it takes the first few
  cross join lateral (
      select t.* from act_ru_execution i join act_ru_task t on t.proc_inst_id_ = i.id_
       where i.business_key_ = c.reference and t.task_def_key_ = 'userTask_reportTheWeek' offset 0) t
 where t.suspension_state_ = 1 and p.ended_on is null and t.due_date_ < :local
