-- Open tasks that are overdue, except those that have a cause of their own. A check-in that has been missing for longer than the
-- limit of its own cause appears there; those limits, by rating, are the moments :noCheckInRED and so on.
select t.due_at as waits_since, t.due_at as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       t.task_id as id, t.task_id as task, t.name as step, t.step as activity, t.assignee as person,
       t.instance_id as instance, t.definition_id as definition, null as why, false as retrying, 1 as failures
  from published_open_task t
  join published_case c on c.reference = t.case_reference
 where not t.suspended and t.due_at < cast(:now as timestamptz)
   and t.step not in ('userTask_resolveMissingPm', 'userTask_respondToOffer', 'userTask_reviewHold')
   and (t.step <> 'userTask_reportTheWeek'
        or coalesce((select p.last_heard_at from published_placement p where p.case_reference = c.reference and p.ended_on is null)
               >= case coalesce(c.rag, (select s.rag from published_rag_suggestion s
                                         where s.case_reference = c.reference order by s.id desc limit 1))
                      when 'RED' then cast(:noCheckInRED as timestamptz)
                      when 'AMBER' then cast(:noCheckInAMBER as timestamptz)
                      when 'GREEN' then cast(:noCheckInGREEN as timestamptz)
                      else cast(:noCheckIn as timestamptz) end, true))
