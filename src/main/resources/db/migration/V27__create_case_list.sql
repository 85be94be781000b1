-- One row a case, with what the list of cases shows, sorts by and searches in: no join over all cases is quick enough
create table listed_case (
    reference        varchar(20)    primary key references support_case,
    open             boolean        not null,
    stage            varchar(30)    not null,
    rag              varchar(5),
    suggested_rag    varchar(5),
    requested_at     timestamptz    not null,
    held_until       date,
    closed_at        timestamptz,
    practices        varchar(100)[] not null,
    ods_codes        varchar(10)[]  not null,
    area             varchar(4)     not null,
    help_kinds       varchar(30)[]  not null,
    pm               varchar(64),
    pm_name          varchar(100)   not null,
    last_check_in_at timestamptz,
    week_ends_at     timestamptz,
    search_text      text           not null,
    stage_rank       smallint       not null generated always as (
        coalesce(array_position(array['REQUESTED', 'INFORMATION_NEEDED', 'ADVISING', 'MATCHING', 'INTRODUCING', 'PLANNING',
                                      'SUPPORTED', 'CLOSING', 'CLOSED', 'DECLINED'], stage::text), 99)::smallint) stored,
    urgency          smallint       not null generated always as (
        (case coalesce(rag, suggested_rag) when 'RED' then 1 when 'AMBER' then 3 when 'GREEN' then 5 else 7 end
            + case when rag is null then 1 else 0 end)::smallint) stored
) with (fillfactor = 80);

comment on table listed_case is
    'caselist: every case as its list shows it, kept by triggers beside the tables of the modules in the same transaction. Who reads it for a person leaves out what published_hidden_cases names for them.';
comment on column listed_case.practices is 'Their names, the leading one first';
comment on column listed_case.area is 'The area of the leading practice; empty where its postcode is not known';
comment on column listed_case.help_kinds is 'The kinds of help that were requested';
comment on column listed_case.pm is 'The PM who supports it now, or of a closed case the last one';
comment on column listed_case.pm_name is 'Empty where it has no PM, so that an order has them in one place';
comment on column listed_case.week_ends_at is 'When the next week to report ends; null without a plan in effect';
comment on column listed_case.search_text is
    'Small letters without punctuation: number, practices, ODS codes, contacts and PM. CaseSearch turns what was typed into the same form.';
comment on column listed_case.stage_rank is 'The place of the stage on the path of a case';
comment on column listed_case.urgency is 'The worst rating first, a suggested one behind an agreed one, none last';

-- One for each order. Open cases are few among all: a filter that leaves few rows begins at one of the others
create index listed_case_by_request on listed_case (requested_at, reference);
create index listed_case_by_practice on listed_case ((practices[1]), reference);
create index listed_case_by_area on listed_case (area, reference);
create index listed_case_by_stage on listed_case (stage_rank, reference);
create index listed_case_by_urgency on listed_case (urgency, reference);
create index listed_case_by_pm_name on listed_case (pm_name, reference);
create index listed_case_open on listed_case (reference) where open;
create index listed_case_by_pm on listed_case (pm);
create index listed_case_on_hold on listed_case (held_until) where held_until is not null;
create index listed_case_by_closing on listed_case (closed_at, reference) where closed_at is not null;
create index listed_case_of_stage on listed_case (stage, rag, reference) where open;
create index listed_case_search on listed_case using gin (search_text gin_trgm_ops) with (fastupdate = off);

create view published_listed_case as
select reference, open, stage, rag, requested_at, held_until, closed_at, practices, pm, pm_name from listed_case;

comment on view published_listed_case is
    'caselist: every case in a line. Who reads it for a person leaves out what published_hidden_cases names for them.';

create view case_to_list as
select c.reference, c.closed_at is null as open, c.stage, c.rag, s.rag as suggested_rag, c.requested_at, c.held_until, c.closed_at,
       p.practices, p.ods_codes, coalesce(p.area, '') as area, coalesce(h.kinds, '{}') as help_kinds, r.pm, coalesce(m.name, '') as pm_name,
       i.last_check_in_at, w.ends_at as week_ends_at,
       ' ' || regexp_replace(lower(translate(concat_ws(' ', c.reference, p.names, p.codes, p.contacts, m.name), '''’', '')),
                             '[\s!-/:-@[-`{-~]+', ' ', 'g') || ' ' as search_text
  from published_case c
  cross join lateral (
      select array_agg(n.name order by l.leads desc, l.ods_code) as practices,
             array_agg(l.ods_code order by l.leads desc, l.ods_code) as ods_codes,
             max(n.area) filter (where l.leads) as area,
             string_agg(n.name, ' ' order by l.leads desc, l.ods_code) as names,
             string_agg(l.ods_code, ' ' order by l.leads desc, l.ods_code) as codes,
             string_agg(k.contact_name, ' ' order by l.leads desc, l.ods_code) as contacts
        from published_case_practice l
        join published_practice n on n.ods_code = l.ods_code
        join published_case_contact k on k.case_reference = l.case_reference and k.ods_code = l.ods_code
       where l.case_reference = c.reference) p
  cross join lateral (
      select array_agg(k.kind order by k.kind) as kinds from published_case_help_kind k where k.case_reference = c.reference) h
  cross join lateral (
      select max(k.reported_at) as last_check_in_at from published_check_in k where k.case_reference = c.reference) i
  cross join lateral (
      -- The last one of an aggregate: a limit would tempt the database to read all suggestions from the latest on
      select (array_agg(g.rag order by g.id desc))[1] as rag from published_rag_suggestion g where g.case_reference = c.reference) s
  cross join lateral (
      select (array_agg(r.pm order by r.ended_on is null desc, r.id desc))[1] as pm from published_placement r
       where r.case_reference = c.reference and (r.ended_on is null or c.closed_at is not null)) r
  left join published_coming_week w on w.case_reference = c.reference
  left join published_pm m on m.user_id = r.pm
 where p.practices is not null;

comment on view case_to_list is
    'caselist: what listed_case says of every case, worked out from what the modules publish; its columns are the first ones of that table';

create function list_case(changed varchar) returns void language plpgsql as $$
begin
    -- Whoever changes the same case at this moment waits here. The next statement sees what the one before them has changed
    perform from listed_case where reference = changed for update;
    if found then
        update listed_case l
           set open = t.open, stage = t.stage, rag = t.rag, suggested_rag = t.suggested_rag, held_until = t.held_until,
               closed_at = t.closed_at, practices = t.practices, ods_codes = t.ods_codes, area = t.area, help_kinds = t.help_kinds,
               pm = t.pm, pm_name = t.pm_name, last_check_in_at = t.last_check_in_at, week_ends_at = t.week_ends_at, search_text = t.search_text
          from case_to_list t where t.reference = changed and l.reference = changed;
    else
        insert into listed_case select t.* from case_to_list t where t.reference = changed;
    end if;
end $$;

comment on function list_case(varchar) is 'caselist: works out the row of a case anew';

create function list_case_of_row() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        perform list_case(old.case_reference);
    else
        perform list_case(new.case_reference);
    end if;
    return null;
end $$;

comment on function list_case_of_row() is 'caselist: keeps listed_case beside tables whose rows name a case';

create function list_changed_case() returns trigger language plpgsql as $$
begin
    perform list_case(new.reference);
    return null;
end $$;

comment on function list_changed_case() is 'caselist: keeps listed_case beside the stage and the rating of a case';

create function list_cases_of_practice() returns trigger language plpgsql as $$
begin
    -- In one order, so that two who rename practices of the same cases do not wait for one another
    perform list_case(c.reference)
       from (select l.case_reference as reference from published_case_practice l where l.ods_code = new.ods_code
              order by l.case_reference) c;
    return null;
end $$;

comment on function list_cases_of_practice() is 'caselist: keeps listed_case beside the names and areas of practices';

create function list_cases_of_pm() returns trigger language plpgsql as $$
begin
    perform list_case(c.reference)
       from (select l.reference from listed_case l where l.pm = new.user_id order by l.reference) c;
    return null;
end $$;

comment on function list_cases_of_pm() is 'caselist: keeps listed_case beside the names of PMs';

create function list_check_in() returns trigger language plpgsql as $$
begin
    update listed_case
       set last_check_in_at = greatest(last_check_in_at, new.reported_at),
           week_ends_at = case when week_ends_at is not null then greatest(week_ends_at, published_week_end(new.week_ending + 1)) end
     where reference = new.case_reference;
    return null;
end $$;

comment on function list_check_in() is 'caselist: keeps listed_case beside the check-ins, of which thousands may come in a minute';

create trigger case_listed after update on support_case for each row
    when ((old.stage, old.rag, old.held_until, old.closed_at) is distinct from (new.stage, new.rag, new.held_until, new.closed_at))
    execute function list_changed_case();
create trigger case_practice_listed after insert or update or delete on case_practice
    for each row execute function list_case_of_row();
create trigger case_help_kind_listed after insert on case_help_kind
    for each row execute function list_case_of_row();
create trigger rag_suggestion_listed after insert on rag_suggestion
    for each row execute function list_case_of_row();
create trigger placement_listed after insert on placement
    for each row execute function list_case_of_row();
create trigger changed_placement_listed after update on placement for each row
    when ((old.pm, old.ended_on) is distinct from (new.pm, new.ended_on)) execute function list_case_of_row();
create trigger plan_listed after insert on job_plan for each row
    when (new.status = 'IN_EFFECT') execute function list_case_of_row();
create trigger changed_plan_listed after update on job_plan for each row
    when ((old.status = 'IN_EFFECT') is distinct from (new.status = 'IN_EFFECT')) execute function list_case_of_row();
create trigger check_in_listed after insert on check_in
    for each row execute function list_check_in();
create trigger practice_listed after update on practice for each row
    when ((old.name, old.postcode) is distinct from (new.name, new.postcode)) execute function list_cases_of_practice();
create trigger pm_listed after update on roving_pm for each row
    when (old.name is distinct from new.name) execute function list_cases_of_pm();

insert into listed_case select t.* from case_to_list t;

create table saved_view (
    id          bigint        generated always as identity primary key,
    owner       varchar(64)   not null check (owner <> ''),
    name        varchar(60)   not null check (name <> ''),
    shown       varchar(2000) not null,
    shared_with varchar(64)   check (shared_with <> ''),
    saved_at    timestamptz   not null
);

comment on table saved_view is 'caselist: views of the list of cases that people have saved by name. They hold what is asked and no case.';
comment on column saved_view.shown is 'The part of the address that says which cases are shown and in which order';
comment on column saved_view.shared_with is 'The group whose members see it too; null for nobody';

create unique index saved_view_of_owner on saved_view (owner, lower(name));
create index saved_view_shared on saved_view (shared_with, lower(name)) where shared_with is not null;
