-- Cases on hold beyond the date that was set.
select ((c.held_until + time '09:00') at time zone 'Europe/London') as waits_since, c.held_until as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       c.reference as id, null as task, null as step, null as activity, null as person, null as instance,
       null as definition, null as why, false as retrying, 1 as failures
  from published_case c
 where c.held_until is not null and c.closed_at is null
