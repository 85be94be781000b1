-- The open tasks due before :until of the next people by user id, at most 20 each, and the people in :newsGroups and those with
-- interests to confirm even without a task; without those who have had today's message. A task that nobody has claimed counts for
-- everybody whose group may claim it.
with due as materialized (
    select t.task_id, t.name as task_name, t.due_at, t.assignee, c.reference, p.name as practice,
           (select count(*) from published_case_practice o where o.case_reference = c.reference) as practices
      from published_open_task t
      join published_case c on c.reference = t.case_reference
      join published_case_practice l on l.case_reference = c.reference and l.leads
      join published_practice p on p.ods_code = l.ods_code
     where not t.suspended and t.due_at < :until),
work as (
    select assignee as person, due.* from due where assignee is not null
    union all
    select m.user_id_, due.*
      from due
      join published_open_task_group g on g.task_id = due.task_id
      join act_id_membership m on m.group_id_ = g.group_id
     where due.assignee is null),
allowed as (
    select work.* from work
     where not exists (select from published_hidden_cases(work.person, :today) n where n.case_reference = work.reference)),
news_readers as (
    select distinct user_id_ as person from act_id_membership where group_id_ = any (:newsGroups)),
confirming as (
    select person from published_unconfirmed_interests(:today)),
people as (
    select person from (select person from allowed union select person from news_readers union select person from confirming) everybody
     where not exists (select from message where key = :key || person)
     order by person limit :most)
select *
  from (select people.person, a.task_name, a.reference, a.practice, a.practices, a.due_at, count(a.task_id) over (partition by people.person) as all,
               row_number() over (partition by people.person order by a.due_at, a.task_id) as position,
               coalesce(nullif(trim(concat_ws(' ', u.first_, u.last_)), ''), r.name, people.person) as name,
               coalesce(nullif(r.email, ''), u.email_) as email, r.status = 'LEFT' as left,
               exists (select from news_readers n where n.person = people.person) as gets_news,
               exists (select from confirming c where c.person = people.person) as confirms
          from people
          left join allowed a on a.person = people.person
          left join act_id_user u on u.id_ = people.person
          left join published_pm r on r.user_id = people.person) listed
 where position <= 20
 order by person, position
