create table question (
    id             bigint generated always as identity primary key,
    purpose        varchar(30)  not null check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
    case_reference varchar(20)  not null references support_case,
    subject        varchar(40)  not null,
    asked_at       timestamptz  not null,
    expires_at     timestamptz  not null check (expires_at > asked_at),
    answered_at    timestamptz,
    answered_by    varchar(200),
    check ((answered_at is null) = (answered_by is null)),
    unique (case_reference, purpose, subject)
);

comment on table question is 'What practices are asked by link; its kind knows whether it still stands';
comment on column question.subject is 'What of the case it is about, such as the number of a plan';

create table question_link (
    token_hash  bytea       primary key check (octet_length(token_hash) = 32),
    question_id bigint      not null references question,
    made_at     timestamptz not null
);

comment on column question_link.token_hash is 'SHA-256 of the token in the link; the token itself is stored nowhere';

create index question_link_by_question on question_link (question_id);

create function refuse_second_answer() returns trigger language plpgsql as $$
begin
    raise exception 'Question % has been answered: its answer stands', old.id;
end $$;

create trigger question_answered_once before update of answered_at, answered_by on question
    for each row when (old.answered_at is not null) execute function refuse_second_answer();
