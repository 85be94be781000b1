-- Keeps open_task and open_task_group equal to the engine's tables, whichever way those are changed: step by step, for many tasks at
-- once, or by hand. Run at each start; where the triggers are there already no table of the engine is locked.
do $keep$ begin
perform pg_advisory_xact_lock(hashtext('rovingpm open tasks'));

create or replace function keep_open_task() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from open_task where task_id = old.id_;
        return null;
    end if;
    if tg_op = 'INSERT' then
        insert into open_task (task_id, instance_id, definition_id, process_key, step, name, case_reference, root_reference, rag,
                               assignee, priority, due_at, created_at, suspended)
        select new.id_, new.proc_inst_id_, new.proc_def_id_,
               coalesce((select key_ from act_re_procdef where id_ = new.proc_def_id_), ''), new.task_def_key_, new.name_,
               coalesce(i.business_key_, r.business_key_), nullif(r.business_key_, coalesce(i.business_key_, r.business_key_)),
               (select left(text_, 20) from act_ru_variable where var_scope_ = new.proc_inst_id_ and name_ = 'rag'),
               new.assignee_, new.priority_, new.due_date_ at time zone 'UTC', new.create_time_ at time zone 'UTC',
               new.suspension_state_ = 2
          from (select new.proc_inst_id_ as id) p
          left join act_ru_execution i on i.id_ = p.id
          left join act_ru_execution r on r.id_ = i.root_proc_inst_id_;
        return null;
    end if;
    update open_task
       set instance_id = new.proc_inst_id_, definition_id = new.proc_def_id_,
           process_key = case when new.proc_def_id_ is distinct from old.proc_def_id_
                              then coalesce((select key_ from act_re_procdef where id_ = new.proc_def_id_), '') else process_key end,
           step = new.task_def_key_, name = new.name_, assignee = new.assignee_, priority = new.priority_,
           due_at = new.due_date_ at time zone 'UTC', created_at = new.create_time_ at time zone 'UTC',
           suspended = new.suspension_state_ = 2
     where task_id = new.id_;
    if (new.assignee_ is null, new.due_date_, new.create_time_, new.suspension_state_)
        is distinct from (old.assignee_ is null, old.due_date_, old.create_time_, old.suspension_state_) then
        update open_task_group
           set waiting = new.assignee_ is null and new.suspension_state_ = 1,
               due_at = new.due_date_ at time zone 'UTC', created_at = new.create_time_ at time zone 'UTC'
         where task_id = new.id_;
    end if;
    return null;
end $$;
comment on function keep_open_task() is 'opentask: keeps open_task beside the tasks of the engine';

create or replace function keep_open_task_group() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into open_task_group (task_id, group_id, waiting, due_at, created_at)
        select new.task_id_, new.group_id_, assignee is null and not suspended, due_at, created_at
          from open_task where task_id = new.task_id_
            on conflict do nothing;
    else
        delete from open_task_group
         where task_id = old.task_id_ and group_id = old.group_id_
           and not exists (select from act_ru_identitylink l
                            where l.task_id_ = old.task_id_ and l.group_id_ = old.group_id_ and l.type_ = 'candidate');
    end if;
    return null;
end $$;
comment on function keep_open_task_group() is 'opentask: keeps open_task_group beside the candidate groups of the engine';

create or replace function keep_rag_of_open_tasks() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        update open_task set rag = null
         where rag is not null and task_id in (select id_ from act_ru_task where proc_inst_id_ = old.var_scope_);
    else
        update open_task set rag = left(new.text_, 20)
         where rag is distinct from left(new.text_, 20) and task_id in (select id_ from act_ru_task where proc_inst_id_ = new.var_scope_);
    end if;
    return null;
end $$;
comment on function keep_rag_of_open_tasks() is 'opentask: keeps the rating beside the variable of the process';

create or replace function keep_case_of_open_tasks() returns trigger language plpgsql as $$
begin
    update open_task o
       set case_reference = coalesce(i.business_key_, r.business_key_),
           root_reference = nullif(r.business_key_, coalesce(i.business_key_, r.business_key_))
      from act_ru_execution r join act_ru_execution i on i.root_proc_inst_id_ = r.id_ join act_ru_task t on t.proc_inst_id_ = i.id_
     where r.id_ = new.root_proc_inst_id_ and o.task_id = t.id_;
    return null;
end $$;
comment on function keep_case_of_open_tasks() is 'opentask: keeps the case beside the business keys of processes';

if not exists (select from pg_trigger where tgrelid = 'act_ru_task'::regclass and tgname = 'keep_open_task') then
    lock table act_ru_execution, act_ru_variable, act_ru_task, act_ru_identitylink in share row exclusive mode;

    create trigger keep_open_task after insert or delete on act_ru_task for each row execute function keep_open_task();
    create trigger keep_changed_open_task after update on act_ru_task for each row
        when ((old.proc_inst_id_, old.proc_def_id_, old.task_def_key_, old.name_, old.assignee_, old.priority_, old.due_date_, old.create_time_, old.suspension_state_)
            is distinct from
              (new.proc_inst_id_, new.proc_def_id_, new.task_def_key_, new.name_, new.assignee_, new.priority_, new.due_date_, new.create_time_, new.suspension_state_))
        execute function keep_open_task();
    create trigger keep_open_task_group after insert on act_ru_identitylink for each row
        when (new.type_ = 'candidate' and new.group_id_ is not null and new.task_id_ is not null) execute function keep_open_task_group();
    create trigger keep_former_open_task_group after delete on act_ru_identitylink for each row
        when (old.type_ = 'candidate' and old.group_id_ is not null and old.task_id_ is not null) execute function keep_open_task_group();
    create trigger keep_rag_of_open_tasks after insert or update on act_ru_variable for each row
        when (new.name_ = 'rag') execute function keep_rag_of_open_tasks();
    create trigger keep_former_rag_of_open_tasks after delete on act_ru_variable for each row
        when (old.name_ = 'rag') execute function keep_rag_of_open_tasks();
    create trigger keep_case_of_open_tasks after update on act_ru_execution for each row
        when ((old.business_key_, old.root_proc_inst_id_) is distinct from (new.business_key_, new.root_proc_inst_id_)) execute function keep_case_of_open_tasks();

    delete from open_task;
    delete from open_task_group;
    insert into open_task (task_id, instance_id, definition_id, process_key, step, name, case_reference, root_reference, rag,
                           assignee, priority, due_at, created_at, suspended)
    select t.id_, t.proc_inst_id_, t.proc_def_id_, coalesce(d.key_, ''), t.task_def_key_, t.name_,
           coalesce(i.business_key_, r.business_key_), nullif(r.business_key_, coalesce(i.business_key_, r.business_key_)),
           left(v.text_, 20), t.assignee_, t.priority_, t.due_date_ at time zone 'UTC', t.create_time_ at time zone 'UTC', t.suspension_state_ = 2
      from act_ru_task t
      left join act_re_procdef d on d.id_ = t.proc_def_id_
      left join act_ru_execution i on i.id_ = t.proc_inst_id_
      left join act_ru_execution r on r.id_ = i.root_proc_inst_id_
      left join act_ru_variable v on v.var_scope_ = t.proc_inst_id_ and v.name_ = 'rag';
    insert into open_task_group (task_id, group_id, waiting, due_at, created_at)
    select distinct o.task_id, l.group_id_, o.assignee is null and not o.suspended, o.due_at, o.created_at
      from act_ru_identitylink l join open_task o on o.task_id = l.task_id_
     where l.type_ = 'candidate' and l.group_id_ is not null;
end if;
end $keep$
