-- What practices have had since :yearAgo, and what waits for a PM, in the leading practice's area; without the cases that are
-- hidden from :reader. Help that is under way counts until today. A case of several practices counts at each of them.
with spread_case as (
    select c.reference, c.stage, c.rag, c.closed_at,
           bool_or(l.ods_code = any(:practices)) as here,
           bool_or(n.area = :area) as near
      from published_case c
      join published_case_practice l on l.case_reference = c.reference
      join published_practice n on n.ods_code = l.ods_code
     where (l.ods_code = any(:practices) or n.area = :area)
       and c.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
     group by c.reference, c.stage, c.rag, c.closed_at),
helped as (
    select s.reference, s.here, s.near,
           sum(p.sessions_a_week::float8 * (least(coalesce(p.ended_on, :today), :today) - greatest(p.started_on, :yearAgo)) / 7) as sessions
      from spread_case s join published_placement p on p.case_reference = s.reference
     where p.started_on <= :today and (p.ended_on is null or p.ended_on > :yearAgo)
     group by s.reference, s.here, s.near),
paid as (
    select s.here, s.near, sum(m.amount) as pounds
      from spread_case s join published_spending m on m.case_reference = s.reference
     where m.recorded_at >= :yearAgo::timestamp at time zone :zone
     group by s.here, s.near)
select (select count(*) from helped where here) as cases_here,
       (select coalesce(round(sum(greatest(sessions, 0))::numeric, 1), 0) from helped where here) as sessions_here,
       (select coalesce(sum(pounds), 0) from paid where here) as pounds_here,
       (select count(*) from helped where near) as cases_near,
       (select coalesce(round(sum(greatest(sessions, 0))::numeric, 1), 0) from helped where near) as sessions_near,
       (select coalesce(sum(pounds), 0) from paid where near) as pounds_near,
       waiting.*
  from (select count(*) filter (where rag = 'RED') as red,
               count(*) filter (where rag = 'AMBER') as amber,
               count(*) filter (where rag = 'GREEN') as green,
               count(*) filter (where rag is null) as unrated
          from spread_case
         where near and reference <> :reference and stage in ('REQUESTED', 'INFORMATION_NEEDED', 'MATCHING')) waiting
