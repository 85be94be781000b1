-- Messages of the last weeks that came back, were perhaps not sent, or have waited an hour for a limit of the service to pass. One
-- whose delivery failed appears as a failed step. The step is the kind of the message, because its subject may name the practice.
select e.recorded_at as waits_since, e.recorded_at as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       m.id::text as id, null as task,
       upper(left(m.template, 1)) || replace(substr(m.template, 2), '-', ' ') as step, null as activity,
       null as person, null as instance, null as definition,
       concat_ws(': ', case m.status when 'BOUNCED' then 'Came back' when 'UNCONFIRMED' then 'Perhaps sent' else 'Not sent yet' end, e.why) as why,
       m.status = 'FAILED' as retrying, 1 as failures
  from published_message m
  join published_case c on c.reference = m.case_reference
  cross join lateral (
      select v.recorded_at, v.why from published_message_event v where v.message_id = m.id order by v.id desc limit 1) e
 where m.status in ('FAILED', 'UNCONFIRMED', 'BOUNCED') and c.closed_at is null
   and m.queued_at > cast(:now as timestamptz) - interval '60 days'
   and (m.status <> 'FAILED' or e.recorded_at < cast(:now as timestamptz) - interval '1 hour')
   and not exists (select from act_ru_incident f where f.proc_inst_id_ = m.delivery)
