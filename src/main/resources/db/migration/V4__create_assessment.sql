create table rag_suggestion (
    id             bigint generated always as identity primary key,
    case_reference varchar(20) not null references support_case,
    rag            varchar(5)  not null check (rag in ('RED', 'AMBER', 'GREEN')),
    reasons        jsonb       not null check (jsonb_typeof(reasons) = 'array'),
    suggested_at   timestamptz not null
);

comment on table rag_suggestion is 'assessment: ratings suggested by the decision, with its reasons';

create index rag_suggestion_by_case on rag_suggestion (case_reference, id);

create table rag_rating (
    id             bigint generated always as identity primary key,
    case_reference varchar(20)  not null references support_case,
    rag            varchar(5)   not null check (rag in ('RED', 'AMBER', 'GREEN')),
    reason         text         not null,
    agreed_with    varchar(200) not null,
    rated_at       timestamptz  not null,
    rated_by       varchar(64)  not null
);

comment on table rag_rating is 'assessment: ratings as they were agreed; the last of a case holds';

create index rag_rating_by_case on rag_rating (case_reference, id);

create table need (
    id              bigint generated always as identity primary key,
    case_reference  varchar(20)   not null references support_case,
    help_needed     text          not null,
    help_kinds      varchar(30)[] not null check (cardinality(help_kinds) > 0),
    sessions_a_week numeric(4, 2) not null check (sessions_a_week > 0 and sessions_a_week <= 10),
    starts_on       date          not null,
    weeks           integer       not null check (weeks between 1 and 104),
    recorded_at     timestamptz   not null,
    recorded_by     varchar(64)   not null
);

comment on table need is 'assessment: what an assessment says is needed; the last of a case holds';

create index need_by_case on need (case_reference, id);

create table declined_request (
    case_reference varchar(20) primary key references support_case,
    reason         varchar(30) not null check (reason in ('OUTSIDE_AREA', 'OTHER_SERVICE', 'NOT_A_MANAGEMENT_NEED', 'NO_CONSENT',
                                                          'FUNDING_EXHAUSTED', 'DUPLICATE')),
    signposted_to  text        not null,
    declined_at    timestamptz not null,
    declined_by    varchar(64) not null
);

comment on table declined_request is 'assessment: why a request was declined, and where the practice was sent instead';

create trigger rag_suggestion_only_grows before update or delete on rag_suggestion
    for each row execute function refuse_change();
create trigger rag_rating_only_grows before update or delete on rag_rating
    for each row execute function refuse_change();
create trigger need_only_grows before update or delete on need
    for each row execute function refuse_change();

create view published_rag_suggestion as
select id, case_reference, rag from rag_suggestion;

comment on view published_rag_suggestion is
    'assessment: the suggested ratings of every case; the one with the highest id is the last, and stands in for a rating not agreed yet';
