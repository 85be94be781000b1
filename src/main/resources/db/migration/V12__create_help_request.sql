create table help_request (
    id             bigint generated always as identity primary key,
    visitor_hash   bytea        not null unique,
    referrer       varchar(64),
    answers        jsonb        not null,
    version        integer      not null,
    expires_at     timestamptz  not null,
    sent_at        timestamptz,
    form           jsonb,
    email          varchar(254),
    processed_at    timestamptz,
    token_hash     bytea        unique,
    outcome        varchar(10)  check (outcome in ('OPENED', 'ADDED')),
    case_reference varchar(20)  references support_case,
    check ((sent_at is null) = (email is null)),
    check ((form is not null) = (sent_at is not null and outcome is null)),
    check (processed_at is null or sent_at is not null),
    check (token_hash is null or processed_at is not null),
    check ((outcome is null) = (case_reference is null))
);

create index help_request_expired on help_request (expires_at);
create index help_request_to_take_up on help_request (sent_at) where sent_at is not null and processed_at is null;
create index help_request_by_email on help_request (email, sent_at);

comment on table help_request is 'Requests for help on their way: being written, waiting to be confirmed, and what became of them. Deleted when they expire.';
comment on column help_request.visitor_hash is 'SHA-256 of the cookie by which the browser that writes the request is known';
comment on column help_request.referrer is 'User id of the member of the liaison team who writes on behalf of the practice; null where the practice writes itself';
comment on column help_request.answers is 'What was typed so far, by box of the pages; emptied when it is sent';
comment on column help_request.form is 'What was sent; taken away when it has become part of a case';
comment on column help_request.processed_at is 'When it was looked at after sending: acted on, or asked to be confirmed';
comment on column help_request.token_hash is 'SHA-256 of the token in the link that confirms the request';

create table confirmed_address (
    ods_code     varchar(10)  not null references practice,
    email        varchar(254) not null,
    confirmed_at timestamptz  not null,
    primary key (ods_code, email)
);

comment on table confirmed_address is 'E-mail addresses from which a request for this practice has been confirmed by its link; in small letters';
