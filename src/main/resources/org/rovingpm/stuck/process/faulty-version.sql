-- Steps of a version of a process that fail in several cases that the reader may see; the rating is that of the most urgent one.
select f.since::timestamptz as waits_since, f.since as sorted_by,
       null::varchar as reference, f.rag as agreed_rag, null::varchar as suggested_rag,
       f.proc_def_id_ || '/' || f.activity as id, null as task, null as step, f.activity as activity, null as person,
       null as instance, f.proc_def_id_ as definition, f.why as why, false as retrying, f.failures as failures
  from (select f.proc_def_id_, coalesce(f.failed_activity_id_, f.activity_id_) as activity, min(f.incident_timestamp_) as since,
               count(*)::int as failures, min(f.incident_msg_) as why,
               (array['RED', 'AMBER', 'GREEN'])[min(array_position(array['RED', 'AMBER', 'GREEN'], coalesce(c.rag,
                   (select s.rag from published_rag_suggestion s
                     where s.case_reference = c.reference order by s.id desc limit 1))::text))] as rag
          from act_ru_incident f
          join act_ru_execution i on i.id_ = f.proc_inst_id_
          left join published_case c on c.reference = i.business_key_
         where (f.root_cause_incident_id_ = f.id_ or f.root_cause_incident_id_ is null)
           and (c.reference is null
                or c.reference <> all (array(
                    select case_reference from published_hidden_cases(:user, :today) where not confidential or not :mends)))
         group by 1, 2
        having count(distinct f.proc_inst_id_) > 1) f
