create table open_task (
    task_id        varchar(64)  primary key,
    instance_id    varchar(64),
    definition_id  varchar(64),
    process_key    varchar(255) not null,
    step           varchar(255),
    name           varchar(255),
    case_reference varchar(255),
    root_reference varchar(255),
    rag            varchar(20),
    assignee       varchar(255),
    priority       integer      not null,
    due_at         timestamptz,
    created_at     timestamptz  not null,
    suspended      boolean      not null
);

comment on table open_task is
    'opentask: every task that waits for somebody, kept by triggers beside the engine''s own tables in the same transaction';
comment on column open_task.process_key is 'The id of its process, by which rights are granted; empty for a task without one';
comment on column open_task.step is 'The id of the step in the model';
comment on column open_task.case_reference is 'The business key of its process, or of the one that began it: for a case, its reference';
comment on column open_task.root_reference is 'The business key of the process that began it, where that is another';
comment on column open_task.rag is 'The variable of its process: for a case, its agreed rating';
comment on column open_task.suspended is 'Whether it waits for a case that is on hold';

-- One for each question of the lists, in the order in which lists show tasks: those of a process, red ones, those on hold,
-- one person's, one case's, and those that are late anywhere
create index open_task_by_process on open_task (process_key, due_at, created_at desc, task_id) where not suspended;
create index open_task_by_rating on open_task (process_key, rag, due_at, created_at desc, task_id) where not suspended and rag is not null;
create index open_task_on_hold on open_task (process_key, due_at, created_at desc, task_id) where suspended;
create index open_task_by_assignee on open_task (assignee, due_at) where assignee is not null;
create index open_task_by_case on open_task (case_reference);
create index open_task_by_due on open_task (due_at, created_at desc, task_id) where not suspended;

-- A table of its own, so that each group has its tasks in their order
create table open_task_group (
    task_id    varchar(64)  not null,
    group_id   varchar(255) not null,
    waiting    boolean      not null,
    due_at     timestamptz,
    created_at timestamptz  not null,
    primary key (task_id, group_id)
);

comment on table open_task_group is 'opentask: the groups whose members may take a task, kept in the same way';
comment on column open_task_group.waiting is 'Whether nobody has taken it, and its case is not on hold';

create index open_task_group_waiting on open_task_group (group_id, due_at, created_at desc, task_id) where waiting;

create view published_open_task as
select task_id, instance_id, definition_id, process_key, step, name, case_reference, root_reference, rag, assignee, priority, due_at, created_at, suspended
  from open_task;

comment on view published_open_task is
    'opentask: every task that waits for somebody. Who reads it for a person leaves out what published_hidden_cases names for them.';

create view published_open_task_group as
select task_id, group_id, waiting from open_task_group;

comment on view published_open_task_group is 'opentask: the groups whose members may take a task, whether or not somebody has';
