-- Placements whose PM has not been heard from although a week is to be reported.
select p.last_heard_at as waits_since, p.last_heard_at as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       t.task_id as id, t.task_id as task, t.name as step, t.step as activity, t.assignee as person,
       t.instance_id as instance, t.definition_id as definition, null as why, false as retrying, 1 as failures
  from published_placement p
  join published_case c on c.reference = p.case_reference
  -- Row by row: otherwise the database would join all tasks, cases and PMs before it takes the first few
  cross join lateral (
      select t.* from published_open_task t
       where t.case_reference = c.reference and t.step = 'userTask_reportTheWeek' offset 0) t
 where not t.suspended and p.ended_on is null and t.due_at < cast(:now as timestamptz)
