create table form_answer (
    id             bigint generated always as identity primary key,
    case_reference varchar(20)  not null references support_case,
    recorded_at    timestamptz  not null,
    recorded_by    varchar(64)  not null,
    process        varchar(255) not null,
    step           varchar(255) not null,
    step_label     varchar(200) not null,
    form           varchar(255) not null,
    answers        jsonb        not null check (jsonb_typeof(answers) = 'array')
);

comment on table form_answer is 'casepage: answers to forms that managers have added and no use case handles';

create index form_answer_by_case on form_answer (case_reference, id);

create trigger form_answer_only_grows before update or delete on form_answer
    for each row execute function refuse_change();
create trigger form_answer_never_emptied before truncate on form_answer
    for each statement execute function refuse_change();
