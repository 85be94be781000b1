-- Open tasks that nobody can claim: those of teams without members, and those of cases that are hidden from every member. Few cases
-- are hidden from anybody, and few teams are empty, so no other task is looked at.
with waiting as materialized (
    select t.task_id
      from published_restricted_cases(:today) r
      join published_open_task t on t.case_reference = r.case_reference
      join published_open_task_group g on g.task_id = t.task_id and g.waiting
    union
    select t.task_id
      from act_id_group g join published_open_task_group t on t.group_id = g.id_ and t.waiting
     where not exists (select from act_id_membership m where m.group_id_ = g.id_))
select t.created_at as waits_since, t.created_at as sorted_by,
       c.reference, c.rag as agreed_rag,
       (select s.rag from published_rag_suggestion s where s.case_reference = c.reference order by s.id desc limit 1) as suggested_rag,
       t.task_id as id, t.task_id as task, t.name as step, t.step as activity, t.assignee as person,
       t.instance_id as instance, t.definition_id as definition, null as why, false as retrying, 1 as failures
  from waiting
  join published_open_task t on t.task_id = waiting.task_id
  join published_case c on c.reference = t.case_reference
 where not exists (
       select from published_open_task_group g join act_id_membership m on m.group_id_ = g.group_id
        where g.task_id = t.task_id
          and not exists (
              select from published_hidden_cases(m.user_id_, :today) h where h.case_reference = c.reference))
