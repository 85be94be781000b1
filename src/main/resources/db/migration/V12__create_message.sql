create table message (
    id             bigint generated always as identity primary key,
    key            varchar(300) not null unique,
    template       varchar(40)  not null check (template ~ '^[a-z]+(-[a-z]+)*$'),
    case_reference varchar(20)  references support_case,
    recipient      varchar(30)  not null,
    person         varchar(64),
    name           varchar(200),
    subject        varchar(300) not null,
    body           text         not null,
    question_id    bigint       references question,
    queued_at      timestamptz  not null,
    delivery       varchar(64),
    status         varchar(15)  not null check (status in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'UNCONFIRMED',
                                                           'NOT_SENDABLE', 'RECORDED_ONLY')),
    address        varchar(320)
);

comment on table message is 'notification: every message to practices and people, and what happened to it';
comment on column message.key is 'Made from the moment, what the message is about and its recipient, so that it is queued once';
comment on column message.recipient is 'What the recipient is in the case, such as practice or pm';
comment on column message.person is 'User id of the recipient; of a practice its ODS code';
comment on column message.body is 'With [link] where a link to a question was: the link itself is stored nowhere';
comment on column message.delivery is 'The process instance that delivers it';
comment on column message.address is 'Where it was sent last';

create trigger message_stays before delete on message for each row execute function refuse_deletion();

create index message_by_case on message (case_reference, id);

-- A template is tried on the cases in which it was sent last
create index message_by_template on message (template, id);

-- Messages that are only recorded have no delivery
create index message_by_delivery on message (delivery) where delivery is not null;
create index message_by_question on message (question_id) where question_id is not null;

-- Keeps the query for stuck cases quick, however long the history grows
create index message_undelivered on message (queued_at) where status in ('FAILED', 'UNCONFIRMED', 'BOUNCED');

create table message_event (
    id          bigint generated always as identity primary key,
    message_id  bigint      not null references message,
    recorded_at timestamptz not null,
    what        varchar(15) not null check (what in ('ATTEMPTED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'UNCONFIRMED', 'NOT_SENDABLE',
                                                     'RECORDED_ONLY', 'ASKED_AGAIN')),
    why         text,
    recorded_by varchar(64)
);

comment on table message_event is 'notification: what became of each message, step by step';

create index message_event_by_message on message_event (message_id, id);

create trigger message_event_only_grows before update or delete on message_event
    for each row execute function refuse_change();

create function refuse_change_of_message() returns trigger language plpgsql as $$
begin
    raise exception 'Message % stays as it was queued', old.id;
end $$;

comment on function refuse_change_of_message() is 'notification: guards message';

create trigger message_kept before update of key, template, case_reference, recipient, person, name, subject, body, question_id, queued_at
    or delete on message for each row execute function refuse_change_of_message();

create table reply_token (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    message_id bigint      not null references message,
    made_at    timestamptz not null
);

comment on table reply_token is
    'notification: what stands behind the plus in the address to which a message is answered; one each time it is sent';
comment on column reply_token.token_hash is 'SHA-256 of the token; the token itself is stored nowhere';

create index reply_token_by_message on reply_token (message_id);

create trigger reply_token_only_grows before update or delete on reply_token
    for each row execute function refuse_change();

create table message_template (
    name       varchar(40)  not null,
    version    integer      not null check (version > 0),
    subject    varchar(300),
    body       text,
    changed_at timestamptz  not null,
    changed_by varchar(64)  not null,
    primary key (name, version),
    check ((subject is null) = (body is null))
);

comment on table message_template is
    'notification: templates as managers have changed them, version by version; without text where the packaged one is in force again';

create trigger message_template_only_grows before update or delete on message_template
    for each row execute function refuse_change();

create table returned_mail_position (
    mailbox   varchar(400) primary key,
    numbering bigint       not null check (numbering >= 0),
    last      bigint       not null check (last >= 0)
);

comment on table returned_mail_position is 'notification: how far each mailbox for returned mail has been read';
comment on column returned_mail_position.numbering is 'The numbering of its mails that is in force (UIDVALIDITY)';
comment on column returned_mail_position.last is 'Number of the last mail read (UID)';

-- A link goes out with a message, and a message asks a question: each refers to the other
alter table question_link add foreign key (message_id) references message;

create view published_message as
select id, case_reference, template, name, question_id, queued_at, status, delivery from message;

comment on view published_message is
    'notification: every message with its template, the name of its recipient and what happened to it; neither its text nor an address';

create view published_message_event as
select id, message_id, recorded_at, what, why from message_event;

comment on view published_message_event is
    'notification: what became of each message; of a message the event with the highest id is the last';
