-- Open tasks that are overdue, except those that have a cause of their own. A check-in that has been missing for longer than the
-- limit of its own cause appears there; those limits, by rating, are the moments :noCheckInRED and so on.
select t.due_date_::timestamptz as waits_since, t.due_date_ as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       t.id_ as id, t.id_ as task, t.name_ as step, t.task_def_key_ as activity, t.assignee_ as person,
       t.proc_inst_id_ as instance, t.proc_def_id_ as definition, null as why, false as retrying, 1 as failures
  from act_ru_task t
  join act_ru_execution i on i.id_ = t.proc_inst_id_
  join published_case c on c.reference = i.business_key_
 where t.suspension_state_ = 1 and t.due_date_ < :local
   and t.task_def_key_ not in ('userTask_resolveMissingPm', 'userTask_respondToOffer', 'userTask_reviewHold')
   and (t.task_def_key_ <> 'userTask_reportTheWeek'
        or coalesce((select p.last_heard_at from published_placement p where p.case_reference = c.reference and p.ended_on is null)
               >= case coalesce(c.rag, (select s.rag from published_rag_suggestion s
                                         where s.case_reference = c.reference order by s.id desc limit 1))
                      when 'RED' then cast(:noCheckInRED as timestamptz)
                      when 'AMBER' then cast(:noCheckInAMBER as timestamptz)
                      when 'GREEN' then cast(:noCheckInGREEN as timestamptz)
                      else cast(:noCheckIn as timestamptz) end, true))
