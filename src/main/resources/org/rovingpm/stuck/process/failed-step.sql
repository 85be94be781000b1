-- Steps that failed, except those that deliver messages. One that failed in a called process appears once, as a step of that process.
select f.incident_timestamp_::timestamptz as waits_since, f.incident_timestamp_ as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       f.id_ as id, null as task, null as step, coalesce(f.failed_activity_id_, f.activity_id_) as activity,
       null as person, f.proc_inst_id_ as instance, f.proc_def_id_ as definition, f.incident_msg_ as why,
       coalesce(j.retries_ > 0, false) as retrying, 1 as failures
  from act_ru_incident f
  join act_re_procdef d on d.id_ = f.proc_def_id_
  left join act_ru_execution i on i.id_ = f.proc_inst_id_
  left join act_ru_job j on j.id_ = f.configuration_
  left join published_case c on c.reference = i.business_key_
 where (f.root_cause_incident_id_ = f.id_ or f.root_cause_incident_id_ is null)
   and d.key_ <> 'message-delivery'
