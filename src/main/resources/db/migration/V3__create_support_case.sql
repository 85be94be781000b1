create table case_number (
    year integer primary key check (year between 2000 and 9999),
    last integer not null check (last > 0)
);

comment on table case_number is 'supportcase: the last case number given in each year';

create table help_kind (
    code     varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    label    varchar(100) not null check (label <> ''),
    skill    varchar(40)  not null check (skill <> ''),
    position integer      not null,
    in_use   boolean      not null default true
);

comment on table help_kind is 'supportcase: the kinds of help that practices request and PMs can give, as data that managers may change';
comment on column help_kind.code is
    'Names an input of the decision on the rating: HANDOVER is its helpWithHandover. Stays the same when the label is changed.';
comment on column help_kind.skill is 'The skill of a PM who can give it, as the reasons on a shortlist say it: “Has CQC and finances skills”';
comment on column help_kind.position is 'Its place in lists, the smallest first';
comment on column help_kind.in_use is 'Whether it is offered; one that is not still shows where it was chosen';

create trigger help_kind_stays before delete on help_kind for each row execute function refuse_deletion();

create unique index help_kind_by_offered_label on help_kind (lower(label)) where in_use;

insert into help_kind (code, label, skill, position) values
    ('STAFFING_SHORTAGE', 'Staffing shortage', 'staffing', 10),
    ('PM_ABSENCE', 'Cover for an absent or sick practice manager', 'absence cover', 20),
    ('HANDOVER', 'Handover between practice managers', 'handover', 30),
    ('FINANCES', 'Finances', 'finances', 40),
    ('CQC', 'Poor CQC rating or an inspection ahead', 'CQC', 50),
    ('MERGER', 'Merger', 'merger', 60),
    ('IT_AND_REPORTS', 'IT queries and reports', 'IT', 70),
    ('PROJECT', 'A project', 'project', 80);

create table support_case (
    reference            varchar(20)  primary key check (reference ~ '^RPM-[0-9]{4}-[0-9]{4,7}$'),
    stage                varchar(30)  not null check (stage in ('REQUESTED', 'INFORMATION_NEEDED', 'ADVISING', 'MATCHING', 'INTRODUCING',
                                                                 'PLANNING', 'SUPPORTED', 'CLOSING', 'CLOSED', 'DECLINED')),
    rag                  varchar(5)   check (rag in ('RED', 'AMBER', 'GREEN')),
    confidential         boolean      not null,
    requested_at         timestamptz  not null,
    requested_by         varchar(64)  not null,
    what_happened        text         not null,
    since                date         not null,
    since_about          boolean      not null default false,
    at_risk              text,
    services_at_risk     boolean      not null,
    payroll_at_risk      boolean      not null,
    at_risk_by           date,
    event_kind           varchar(20)  check (event_kind in ('INSPECTION', 'MERGER')),
    event_on             date,
    list_size            integer      check (list_size between 0 and 1000000),
    cqc_rating           varchar(20)  not null
        check (cqc_rating in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE', 'NOT_RATED', 'UNKNOWN')),
    pm_post_vacant       boolean      not null,
    referred_by_liaison  boolean      not null,
    consent_given_by     varchar(200),
    consent_on           date,
    held_at              timestamptz,
    held_until           date,
    closed_at            timestamptz,
    version              integer      not null,
    check ((event_kind is null) = (event_on is null)),
    check ((held_at is null) = (held_until is null)),
    check ((closed_at is not null) = (stage in ('CLOSED', 'DECLINED'))),
    -- The scheme acts on a referral only with the practice's consent
    check (not referred_by_liaison or (consent_given_by is not null and consent_on is not null))
);

comment on table support_case is 'supportcase: the need of a practice, or of several that merge, from request to closure';
comment on column support_case.rag is 'The rating agreed last; null until one has been agreed';
comment on column support_case.since is 'Since when the practice has been in difficulty';
comment on column support_case.since_about is 'Whether that day is a guess: where only the month is known, it is its first';

create trigger support_case_stays before delete on support_case for each row execute function refuse_deletion();

create index support_case_open on support_case (stage, requested_at) where closed_at is null;

-- Keeps the query for stuck cases quick, however long the history grows
create index support_case_held on support_case (held_until) where held_until is not null and closed_at is null;

-- Finds the same request sent twice
create index support_case_by_request on support_case (md5(what_happened)) where closed_at is null;

create table case_practice (
    case_reference    varchar(20)  not null references support_case,
    ods_code          varchar(10)  not null references practice,
    leads             boolean      not null,
    contact_name      varchar(200) not null,
    contact_role      varchar(200) not null,
    contact_email     varchar(254) not null,
    contact_telephone varchar(40),
    primary key (case_reference, ods_code)
);

comment on table case_practice is 'supportcase: the practices of each case, one or several, and whom to speak to at each';
comment on column case_practice.leads is 'Whether it is the one that requested help, from which the distances to PMs are measured; one in each case';

create unique index case_practice_leads on case_practice (case_reference) where leads;
create index case_practice_by_practice on case_practice (ods_code);
create index case_practice_by_mailbox on case_practice (lower(contact_email));

-- Most cases have one practice: the others are few
create index case_practice_further on case_practice (case_reference) where not leads;

create function require_leading_practice() returns trigger language plpgsql as $$
declare
    affected varchar;
begin
    if tg_table_name = 'support_case' then
        affected := new.reference;
    else
        affected := old.case_reference;
    end if;
    if not exists (select from case_practice where case_reference = affected and leads) then
        raise exception 'Case % has no leading practice', affected;
    end if;
    return null;
end $$;

comment on function require_leading_practice() is 'supportcase: guards case_practice, checked when a transaction ends';

create constraint trigger support_case_has_practice after insert on support_case deferrable initially deferred
    for each row execute function require_leading_practice();
create constraint trigger case_practice_still_leads after update or delete on case_practice deferrable initially deferred
    for each row when (old.leads) execute function require_leading_practice();

create table former_case_practice (
    case_reference varchar(20) not null references support_case,
    ods_code       varchar(10) not null references practice,
    left_at        timestamptz not null,
    contact_name   varchar(200) not null,
    contact_email  varchar(254) not null,
    primary key (case_reference, ods_code, left_at)
);

comment on table former_case_practice is
    'supportcase: practices that left a case, some perhaps to join it again, and who is told of it; whoever is kept from their cases stays kept from it';

create index former_case_practice_by_practice on former_case_practice (ods_code);

create trigger former_case_practice_only_grows before update or delete on former_case_practice
    for each row execute function refuse_change();

create table invited_practice (
    case_reference    varchar(20)  not null references support_case,
    ods_code          varchar(10)  not null references practice,
    contact_name      varchar(200) not null,
    contact_role      varchar(200) not null,
    contact_email     varchar(254) not null,
    contact_telephone varchar(40),
    invited_at        timestamptz  not null,
    joined            boolean,
    answered_at       timestamptz,
    answered_by       varchar(200),
    primary key (case_reference, ods_code),
    check ((joined is null) = (answered_at is null) and (joined is null) = (answered_by is null))
);

comment on table invited_practice is
    'supportcase: practices that another one named in its request, whom it named there, and what they answered; of the case only once they agree';

create function refuse_second_answer_to_invitation() returns trigger language plpgsql as $$
begin
    raise exception 'Practice % has answered: its answer stands', old.ods_code;
end $$;

comment on function refuse_second_answer_to_invitation() is 'supportcase: guards invited_practice';

create trigger invited_practice_answers_once before update on invited_practice
    for each row when (old.joined is not null) execute function refuse_second_answer_to_invitation();
create trigger invited_practice_stays before delete on invited_practice for each row execute function refuse_deletion();

create table case_help_kind (
    case_reference varchar(20) not null references support_case,
    kind           varchar(30) not null references help_kind,
    primary key (case_reference, kind)
);

comment on table case_help_kind is 'supportcase: the kinds of help that each request is for';

create index case_help_kind_by_kind on case_help_kind (kind);

create trigger case_help_kind_only_grows before update or delete on case_help_kind
    for each row execute function refuse_change();

create function require_case_help_kind() returns trigger language plpgsql as $$
begin
    if not exists (select from case_help_kind where case_reference = new.reference) then
        raise exception 'Case % has no kind of help', new.reference;
    end if;
    return null;
end $$;

comment on function require_case_help_kind() is 'supportcase: guards support_case, checked when a transaction ends';

create constraint trigger support_case_has_help_kind after insert on support_case deferrable initially deferred
    for each row execute function require_case_help_kind();

create table further_information (
    id             bigint generated always as identity primary key,
    case_reference varchar(20)  not null references support_case,
    question_text  text         not null,
    ods_code       varchar(10)  references practice,
    asked_at       timestamptz  not null,
    asked_by       varchar(64)  not null,
    answer         text,
    given_by       varchar(200),
    answered_at    timestamptz,
    recorded_by    varchar(64),
    check ((answer is null) = (answered_at is null))
);

comment on table further_information is 'supportcase: the questions that a practice was asked beyond its request, and its answers';

comment on column further_information.ods_code is 'The practice of the case that is asked; null where all are, and the first answer stands';

create trigger further_information_stays before delete on further_information for each row execute function refuse_deletion();

create unique index further_information_open on further_information (case_reference) where answer is null;
create index further_information_by_case on further_information (case_reference, id);

create table closing_report (
    case_reference varchar(20) primary key references support_case,
    objectives_met varchar(20) not null check (objectives_met in ('ALL', 'SOME', 'NONE', 'NOT_STARTED')),
    what_changed   text        not null,
    what_remains   text        not null,
    written_at     timestamptz not null,
    written_by     varchar(64) not null
);

comment on table closing_report is 'supportcase: the results of the support, written before the case is closed';

create trigger closing_report_only_grows before update or delete on closing_report
    for each row execute function refuse_change();

create view published_closing_report as
select case_reference, objectives_met from closing_report;

comment on view published_closing_report is 'supportcase: how far the objectives of each case were met, for those who may see the case';

create table timeline_entry (
    id             bigint generated always as identity primary key,
    case_reference varchar(20)  not null references support_case,
    recorded_at    timestamptz  not null,
    recorded_by    varchar(64)  not null,
    what           varchar(300) not null,
    old_value      text,
    new_value      text,
    reason         text
);

comment on table timeline_entry is 'supportcase: what happened in each case, who did it and why';

create index timeline_entry_by_case on timeline_entry (case_reference, id);

-- What happened lately, in all cases
create index timeline_entry_by_moment on timeline_entry (recorded_at desc, id desc);

create trigger timeline_entry_only_grows before update or delete on timeline_entry
    for each row execute function refuse_change();
create trigger timeline_entry_never_emptied before truncate on timeline_entry
    for each statement execute function refuse_change();

create table help_request (
    id             bigint generated always as identity primary key,
    visitor_hash   bytea        not null unique,
    referrer       varchar(64),
    answers        jsonb        not null,
    version        integer      not null,
    expires_at     timestamptz  not null,
    sent_at        timestamptz,
    form           jsonb,
    further        jsonb,
    email          varchar(254),
    processed_at   timestamptz,
    to_confirm     boolean      not null default false,
    token_hash     bytea        unique,
    outcome        varchar(10)  check (outcome in ('OPENED', 'ADDED')),
    case_reference varchar(20)  references support_case,
    check ((sent_at is null) = (email is null)),
    check ((form is not null) = (sent_at is not null and outcome is null)),
    check (further is null or form is not null),
    check (processed_at is null or sent_at is not null),
    check (token_hash is null or processed_at is not null),
    check (token_hash is null or to_confirm),
    check ((outcome is null) = (case_reference is null))
);

comment on table help_request is
    'supportcase: requests for help that are being written, wait to be confirmed or have been acted on. Deleted when they expire.';
comment on column help_request.visitor_hash is 'SHA-256 of the cookie that identifies the browser in which the request is written';
comment on column help_request.referrer is
    'User id of the member of the liaison team who writes on behalf of the practice; null where the practice writes itself';
comment on column help_request.answers is 'What has been typed so far, by field of the pages; emptied when the request is sent';
comment on column help_request.form is 'What was sent; removed when it has become part of a case';
comment on column help_request.further is 'The other practices that it is for, as they were sent; removed with the form';
comment on column help_request.processed_at is 'When it was processed after sending: acted on, or sent a link to confirm it';
comment on column help_request.to_confirm is
    'Whether it waits for its link to be opened; the link itself is made when its message is sent';
comment on column help_request.token_hash is 'SHA-256 of the token in the link that confirms the request';

create index help_request_expired on help_request (expires_at);
create index help_request_to_process on help_request (sent_at) where sent_at is not null and processed_at is null;
create index help_request_by_email on help_request (email, sent_at);

create table confirmed_address (
    ods_code     varchar(10)  not null references practice,
    email        varchar(254) not null,
    confirmed_at timestamptz  not null,
    primary key (ods_code, email)
);

comment on table confirmed_address is
    'supportcase: e-mail addresses from which a request for this practice has been confirmed by its link; in small letters';

create view published_case as
select reference, stage, rag, requested_at, held_at, held_until, closed_at from support_case;

comment on view published_case is
    'supportcase: every case with its stage, its agreed rating and when it was held and closed; nothing that the practice told the scheme';

create view published_case_practice as
select case_reference, ods_code, leads from case_practice;

comment on view published_case_practice is
    'supportcase: the practices of every case. A rule that protects somebody is about all of them; where one is enough, it is the leading one.';

create view published_former_case_practice as
select case_reference, ods_code from former_case_practice;

comment on view published_former_case_practice is
    'supportcase: the practices that were once of a case. Whoever is kept from the cases of one of them stays kept from it.';

create view published_invited_practice as
select case_reference, ods_code, invited_at from invited_practice where joined is null;

comment on view published_invited_practice is
    'supportcase: the practices that are asked whether they take part in a case that another practice requested, and have not answered';

create view published_case_risk as
select reference, array(select kind from case_help_kind where case_reference = reference) as help_kinds,
       services_at_risk, payroll_at_risk, at_risk_by, event_kind, event_on, list_size, cqc_rating, pm_post_vacant
  from support_case;

comment on view published_case_risk is 'supportcase: the answers from which a rating is suggested; none of them in the practice''s own words';

create view published_information_request as
select id, case_reference, asked_at from further_information where answer is null;

comment on view published_information_request is 'supportcase: the questions that practices have not answered yet; at most one a case';

create view published_case_contact as
select case_reference, ods_code, contact_name from case_practice;

comment on view published_case_contact is 'supportcase: the name of whom to speak to at each practice of a case, for those who may see the case';

create view published_case_mailbox as
select case_reference, ods_code, contact_email as mailbox from case_practice;

comment on view published_case_mailbox is 'supportcase: the mailbox of the contact at each practice of a case, to compare with, not to show';

create view published_case_help_kind as
select case_reference, kind from case_help_kind;

comment on view published_case_help_kind is 'supportcase: the kinds of help that each request is for';

create view published_timeline_entry as
select id, case_reference, recorded_at, recorded_by, what from timeline_entry;

comment on view published_timeline_entry is
    'supportcase: what happened in each case and who did it, for those who may see the case; without values and reasons';

-- Finds cases by the words of their requests
create index support_case_by_words on support_case
    using gin (to_tsvector('english', what_happened || ' ' || coalesce(at_risk, ''))) with (fastupdate = off);

create view published_case_words as
select reference, to_tsvector('english', what_happened || ' ' || coalesce(at_risk, '')) as words from support_case;

comment on view published_case_words is
    'supportcase: the words of each request, to search in, for those who may see the case. What is asked with @@ is answered by an index.';

create index support_case_by_referrer on support_case (requested_by, requested_at) where referred_by_liaison;

create view published_referral as
select reference, requested_by as referred_by, requested_at as referred_at from support_case where referred_by_liaison;

comment on view published_referral is 'supportcase: the cases of practices that were referred, by whom and when; nothing that the practice told the scheme';
