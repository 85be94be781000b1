create table message (
    id             bigint generated always as identity primary key,
    key            varchar(300) not null unique,
    template        varchar(40)  not null check (template ~ '^[a-z]+(-[a-z]+)*$'),
    case_reference varchar(20)  references support_case,
    role           varchar(30)  not null,
    person         varchar(64),
    name           varchar(200),
    subject        varchar(300) not null,
    body           text         not null,
    question_id    bigint       references question,
    queued_at      timestamptz  not null,
    delivery       varchar(64),
    status         varchar(15)  not null check (status in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'UNCONFIRMED',
                                                           'NOT_SENDABLE', 'KEPT')),
    address        varchar(320)
);

comment on table message is 'Every message to practices and people, and where it stands';
comment on column message.key is 'Moment, what it is about and recipient: each message once';
comment on column message.role is 'What the recipient is in the case, such as practice or pm';
comment on column message.person is 'User id of the recipient; null for a practice';
comment on column message.body is 'With [link] where a link to a question was: the link itself is stored nowhere';
comment on column message.delivery is 'The process instance that delivers it';
comment on column message.address is 'Where it was sent last';

create index message_by_case on message (case_reference, id);
create index message_by_delivery on message (delivery);
create index message_by_recipient on message (role, person, id);

create table message_event (
    id         bigint generated always as identity primary key,
    message_id bigint      not null references message,
    at         timestamptz not null,
    what       varchar(15) not null check (what in ('ATTEMPTED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'UNCONFIRMED', 'NOT_SENDABLE',
                                                    'KEPT', 'ASKED_AGAIN')),
    why        text,
    who        varchar(64)
);

comment on table message_event is 'What became of each message';

create index message_event_by_message on message_event (message_id, id);

create trigger message_event_only_grows before update or delete on message_event
    for each row execute function refuse_change();

create function refuse_change_of_message() returns trigger language plpgsql as $$
begin
    raise exception 'Message % stays as it was queued', old.id;
end $$;

create trigger message_stays before update of key, template, case_reference, role, person, name, subject, body, question_id, queued_at
    or delete on message for each row execute function refuse_change_of_message();

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

comment on table message_template is 'Templates as managers have changed them, version by version; without text where the packaged one is in force again';

create trigger message_template_only_grows before update or delete on message_template
    for each row execute function refuse_change();
