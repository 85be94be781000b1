create table feedback (
    case_reference  varchar(20) not null references support_case,
    ods_code        varchar(10) not null references practice,
    given           boolean     not null,
    would_recommend varchar(20)   check (would_recommend in ('STRONGLY_AGREE', 'AGREE', 'NEITHER', 'DISAGREE', 'STRONGLY_DISAGREE')),
    length_useful   varchar(20)   check (length_useful in ('STRONGLY_AGREE', 'AGREE', 'NEITHER', 'DISAGREE', 'STRONGLY_DISAGREE')),
    improvements    varchar(20)   check (improvements in ('STRONGLY_AGREE', 'AGREE', 'NEITHER', 'DISAGREE', 'STRONGLY_DISAGREE')),
    hours_saved     numeric(5, 1) check (hours_saved between 0 and 200),
    what_changed    text,
    may_quote       boolean     not null default false,
    comments        text,
    given_by        varchar(200),
    no_reason       text,
    recorded_at     timestamptz not null,
    recorded_by     varchar(64) not null,
    primary key (case_reference, ods_code),
    check (given = (would_recommend is not null and length_useful is not null and improvements is not null and given_by is not null)),
    check (given = (no_reason is null)),
    check (given or (hours_saved is null and what_changed is null and not may_quote))
);

comment on table feedback is 'survey: what each practice of a case said about the support, or why there is no feedback';
comment on column feedback.would_recommend is 'How far the practice agrees, as with the two statements after it';
comment on column feedback.hours_saved is 'Hours a week that the support saves, as the practice estimates';
comment on column feedback.may_quote is 'Whether the scheme may quote what the practice said';
comment on column feedback.no_reason is 'Why there is no feedback';

create trigger feedback_only_grows before update or delete on feedback
    for each row execute function refuse_change();

create view published_feedback as
select case_reference, ods_code, given, recorded_at from feedback;

comment on view published_feedback is 'survey: the cases for which it is recorded that feedback was given or that there is none; one row a practice';
