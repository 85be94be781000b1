-- Everything that a shortlist needs from the roster, by one query for all PMs, or for the one in :pm.
--
-- A placement that has passed its expected end is treated as without end; any other occupies its sessions until then. Offers
-- without an answer occupy theirs too, so that the same session is never offered twice.
--
-- A case may have several practices: an interest in or a block at any of them counts, and so does having been at any.
with recent as (
    select pm,
           sum(sessions_a_week) filter (where started_on < :until
               and (ended_on > :from
                    or ended_on is null and (expected_end_on < :today or expected_end_on >= :from))) as occupied,
           sum(sessions_a_week::float8 * (least(coalesce(ended_on, :today), :today) - greatest(started_on, :yearAgo)) / 7)
               filter (where started_on < :today) as worked
      from published_placement
     where (ended_on is null or ended_on > :yearAgo) and (:pm::text is null or pm = :pm)
     group by pm),
offered as (
    select pm, sum(sessions_a_week) as occupied
      from offer
     where status = 'OPEN' and case_reference <> :reference and starts_on < :until and ends_on > :from
     group by pm),
placed_before as (
    select p.pm,
           max(p.ended_on) filter (where c.case_reference = :reference) as left_case,
           max(coalesce(p.ended_on, :today)) filter (where c.case_reference <> :reference
               and p.end_reason is distinct from 'PRACTICE_WANTED_ANOTHER') as last_at_practice
      from published_case_practice c join published_placement p on p.case_reference = c.case_reference
     where c.ods_code = any(:practices)
     group by p.pm),
interest as (
    select person as pm, min(declared_at at time zone :zone)::date as declared
      from published_interests(:today)
     where ods_code = any(:practices)
     group by person),
hidden as (
    select distinct person from published_barred(:today) where case_reference = :reference),
blocked as (
    select pm, bool_or(side = 'PM') as by_pm, bool_or(side = 'PRACTICE') as by_practice
      from published_blocks(:today)
     where ods_code = any(:practices)
     group by pm),
answered as (
    select distinct on (pm) pm, status, (answered_at at time zone :zone)::date as answered_on
      from offer
     where case_reference = :reference and status in ('DECLINED', 'EXPIRED', 'INTEREST_DECLARED')
     order by pm, id desc),
skilled as (
    select pm, array_agg(kind) as kinds
      from published_pm_skill
     where kind = any(:kinds) and (:pm::text is null or pm = :pm)
     group by pm)
select r.user_id, r.name, r.status, r.sessions_a_week, r.dbs_valid_until, r.agreement_valid_until,
       coalesce(recent.occupied, 0) + coalesce(offered.occupied, 0) as occupied, coalesce(recent.worked, 0) as worked,
       coalesce(exact.latitude, outward.latitude) as latitude, coalesce(exact.longitude, outward.longitude) as longitude,
       exact.postcode is null as approximate, skilled.kinds, interest.declared, hidden.person is not null as hidden, blocked.by_pm, blocked.by_practice,
       placed_before.last_at_practice, placed_before.left_case, answered.status as answer, answered.answered_on
  from published_pm r
  left join recent on recent.pm = r.user_id
  left join offered on offered.pm = r.user_id
  left join placed_before on placed_before.pm = r.user_id
  left join interest on interest.pm = r.user_id
  left join hidden on hidden.person = r.user_id
  left join blocked on blocked.pm = r.user_id
  left join answered on answered.pm = r.user_id
  left join skilled on skilled.pm = r.user_id
  left join published_postcode_position exact on exact.postcode = r.home_postcode
  left join published_outcode_position outward on outward.outcode = split_part(r.home_postcode, ' ', 1)
 where case when :pm::text is null then r.status <> 'LEFT' else r.user_id = :pm end
