create table question (
    id             bigint generated always as identity primary key,
    purpose        varchar(30)  not null check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
    case_reference varchar(20)  not null references support_case,
    subject        varchar(40)  not null,
    ods_code       varchar(10)  references practice,
    asked_at       timestamptz  not null,
    answered_at    timestamptz,
    answered_by    varchar(200),
    check ((answered_at is null) = (answered_by is null)),
    unique nulls not distinct (case_reference, purpose, subject, ods_code)
);

comment on table question is 'answer: the questions that practices are asked by link; whether one still matters, its kind knows';
comment on column question.subject is 'What it is about within the case, such as the number of a plan';

comment on column question.ods_code is
    'Whom it is put to, of a kind that each practice of a case answers for itself; null where the first answer of any of them stands for all';

create trigger question_stays before delete on question for each row execute function refuse_deletion();

create table question_link (
    token_hash  bytea       primary key check (octet_length(token_hash) = 32),
    question_id bigint      not null references question,
    ods_code    varchar(10) references practice,
    made_at     timestamptz not null,
    expires_at  timestamptz not null check (expires_at > made_at),
    message_id  bigint
);

comment on table question_link is 'answer: the links by which a question can be answered';
comment on column question_link.token_hash is 'SHA-256 of the token in the link; the token itself is stored nowhere';
comment on column question_link.ods_code is
    'The practice whose link it is; it opens nothing once that has left the case. Null where it is not known';
comment on column question_link.expires_at is
    'Each link expires by itself: a new one does not extend an old one';
comment on column question_link.message_id is
    'The message that the link went out with; a renewed link goes to the mailbox of that message and to no other';

create index question_link_by_question on question_link (question_id);

create function refuse_second_answer() returns trigger language plpgsql as $$
begin
    raise exception 'Question % has been answered: its answer stands', old.id;
end $$;

comment on function refuse_second_answer() is 'answer: guards question';

create trigger question_answered_once before update of answered_at, answered_by on question
    for each row when (old.answered_at is not null) execute function refuse_second_answer();

create view published_open_question as
select id, purpose, case_reference, subject, ods_code, asked_at from question where answered_at is null;

comment on view published_open_question is
    'answer: the questions that practices have not answered; whether one still matters, the module that asks it knows';

create view published_question_link as
select question_id, made_at, expires_at from question_link;

comment on view published_question_link is 'answer: how long each link to a question opens it; none of the links themselves';
