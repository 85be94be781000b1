-- Cases for which no PM was found.
select t.created_at as waits_since, t.created_at as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       t.task_id as id, t.task_id as task, t.name as step, t.step as activity, t.assignee as person,
       t.instance_id as instance, t.definition_id as definition, null as why, false as retrying, 1 as failures
  from published_open_task t
  join published_case c on c.reference = t.case_reference
 where not t.suspended and t.step = 'userTask_resolveMissingPm'
