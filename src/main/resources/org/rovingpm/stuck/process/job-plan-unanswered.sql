-- Job plans that a practice was asked to approve, and whose link has expired.
select l.expires_at as waits_since, l.expires_at as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       q.id::text as id, null as task, 'Approval of the job plan' as step, null as activity, null as person,
       null as instance, null as definition, null as why, false as retrying, 1 as failures
  from published_plan_for_practice w
  join published_open_question q on q.purpose = 'job-plan' and q.case_reference = w.case_reference and q.subject = w.id::text
       and q.ods_code = w.ods_code
  join published_case c on c.reference = w.case_reference
  -- When the last link expires; where none has been sent, as long after the last message that was to carry one
  cross join lateral (
      select greatest(q.asked_at + cast(:linkValid as interval),
                      (select max(queued_at) from published_message where question_id = q.id) + cast(:linkValid as interval),
                      (select max(expires_at) from published_question_link where question_id = q.id)) as expires_at) l
 where c.held_at is null and c.closed_at is null
