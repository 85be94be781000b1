create table deadline_notice (
    task_id        varchar(64) not null,
    level          smallint    not null check (level between 0 and 2),
    case_reference varchar(20) not null references support_case,
    reached_at     timestamptz not null,
    primary key (task_id, level)
);

comment on table deadline_notice is
    'deadline: which levels each open task has reached on its way past its deadline, so that each is told once; forgotten when the task is done';
comment on column deadline_notice.level is '0 warning, 1 first escalation, 2 second escalation';

create index deadline_notice_by_time on deadline_notice (reached_at);
