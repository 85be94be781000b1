create table rag_suggestion (
    id             bigint generated always as identity primary key,
    case_reference varchar(20) not null references support_case,
    rag            varchar(5)  not null check (rag in ('RED', 'AMBER', 'GREEN')),
    reasons        jsonb       not null check (jsonb_typeof(reasons) = 'array'),
    suggested_at   timestamptz not null
);

comment on table rag_suggestion is 'assessment: the ratings that the decision suggested, with its reasons';

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

comment on table rag_rating is 'assessment: the ratings that were agreed; the last one of a case is in force';

create index rag_rating_by_case on rag_rating (case_reference, id);

create table need (
    id              bigint generated always as identity primary key,
    case_reference  varchar(20)   not null references support_case,
    help_needed     text          not null,
    sessions_a_week numeric(4, 2) not null check (sessions_a_week > 0 and sessions_a_week <= 10),
    starts_on       date          not null,
    weeks           integer       not null check (weeks between 1 and 104),
    recorded_at     timestamptz   not null,
    recorded_by     varchar(64)   not null
);

comment on table need is 'assessment: the help that assessments say is needed; the last one of a case is in force';

create index need_by_case on need (case_reference, id);

create table need_help_kind (
    need_id bigint      not null references need,
    kind    varchar(30) not null references help_kind,
    primary key (need_id, kind)
);

comment on table need_help_kind is 'assessment: the kinds of help that each need is for';

create index need_help_kind_by_kind on need_help_kind (kind);

create function require_need_help_kind() returns trigger language plpgsql as $$
begin
    if not exists (select from need_help_kind where need_id = new.id) then
        raise exception 'A need of case % has no kind of help', new.case_reference;
    end if;
    return null;
end $$;

comment on function require_need_help_kind() is 'assessment: guards need, checked when a transaction ends';

create constraint trigger need_has_help_kind after insert on need deferrable initially deferred
    for each row execute function require_need_help_kind();

create table decline_reason (
    code     varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    label    varchar(100) not null check (label <> ''),
    position integer      not null,
    in_use   boolean      not null default true
);

comment on table decline_reason is 'assessment: the reasons for which a request can be declined, as data that managers may change';
comment on column decline_reason.position is 'Its place in lists, the smallest first';
comment on column decline_reason.in_use is 'Whether it is offered; one that is not still shows where it was chosen';

create trigger decline_reason_stays before delete on decline_reason for each row execute function refuse_deletion();

create unique index decline_reason_by_offered_label on decline_reason (lower(label)) where in_use;

insert into decline_reason (code, label, position) values
    ('OUTSIDE_AREA', 'Outside the scheme''s area', 10),
    ('OTHER_SERVICE', 'Another service is the right one', 20),
    ('NOT_A_MANAGEMENT_NEED', 'Not a need for practice management', 30),
    ('NO_CONSENT', 'The practice has not agreed', 40),
    ('FUNDING_EXHAUSTED', 'The fund is used up', 50),
    ('DUPLICATE', 'Already being helped in another case', 60);

create table declined_request (
    case_reference varchar(20) primary key references support_case,
    reason         varchar(30) not null references decline_reason,
    signposted_to  text        not null,
    declined_at    timestamptz not null,
    declined_by    varchar(64) not null
);

comment on table declined_request is 'assessment: why requests were declined, and where the practices can turn instead';

create trigger declined_request_only_grows before update or delete on declined_request
    for each row execute function refuse_change();

create index declined_request_by_reason on declined_request (reason);

create trigger rag_suggestion_only_grows before update or delete on rag_suggestion
    for each row execute function refuse_change();
create trigger rag_rating_only_grows before update or delete on rag_rating
    for each row execute function refuse_change();
create trigger need_only_grows before update or delete on need
    for each row execute function refuse_change();
create trigger need_help_kind_only_grows before update or delete on need_help_kind
    for each row execute function refuse_change();

create view published_rag_suggestion as
select id, case_reference, rag from rag_suggestion;

comment on view published_rag_suggestion is
    'assessment: the suggested ratings of every case; the one with the highest id is the latest, which counts until a rating is agreed';
