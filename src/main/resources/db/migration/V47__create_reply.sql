create table reply (
    id             bigint       generated always as identity primary key,
    mail_hash      bytea        not null unique check (octet_length(mail_hash) = 32),
    arrived_at     timestamptz  not null,
    read_at        timestamptz  not null,
    sender         varchar(320) not null,
    sender_name    varchar(200) not null,
    subject        varchar(300) not null,
    words          text,
    quoted         text,
    automatic      boolean      not null,
    not_read       varchar(300),
    message_id     bigint       references message,
    why_waiting    varchar(300),
    case_reference varchar(20)  references support_case,
    writer         varchar(64),
    filed_at       timestamptz,
    filed_by       varchar(64),
    set_aside_at   timestamptz,
    set_aside_by   varchar(64),
    set_aside_why  varchar(500) check (set_aside_why <> ''),
    answered_at    timestamptz,
    answered_by    varchar(64),
    constraint reply_filed_on_record
        check ((filed_at is null) = (case_reference is null) and (case_reference is null) = (writer is null)),
    constraint reply_set_aside_on_record
        check ((set_aside_at is null) = (set_aside_by is null) and (set_aside_by is null) = (set_aside_why is null)),
    constraint reply_is_one_or_the_other check (filed_at is null or set_aside_at is null),
    constraint reply_answered_once_filed
        check ((answered_at is null) = (answered_by is null) and (answered_at is null or filed_at is not null)),
    constraint reply_has_words check (words is not null or set_aside_at is not null)
);

comment on table reply is 'reply: e-mails that practices and PMs have written back, filed with their cases or waiting for the office';
comment on column reply.mail_hash is 'SHA-256 of its Message-ID, or of what it says where it has none: each is filed once';
comment on column reply.sender is 'The address that it says it comes from, in small letters; anybody can write one';
comment on column reply.words is 'Plain text; deleted when the mail is set aside';
comment on column reply.quoted is 'What it quotes of earlier mails, as plain text; null where nothing does';
comment on column reply.automatic is 'Whether a program wrote it, such as an out-of-office answer';
comment on column reply.not_read is 'What of it could not be read, in a sentence; it is still in the mailbox';
comment on column reply.message_id is 'The message that it answers, as far as that is known';
comment on column reply.why_waiting is 'Why it was not filed by itself, in a sentence; null where it was';
comment on column reply.writer is 'User id of the PM who wrote it; “practice” where a practice did';
comment on column reply.filed_by is 'User id of whoever filed it; null where it was filed by itself';
comment on column reply.set_aside_by is 'User id of whoever found that it belongs to no case';
comment on column reply.answered_by is 'User id of whoever says that no answer is wanted any more';

create index reply_by_case on reply (case_reference, arrived_at desc, id desc) where case_reference is not null;
create index reply_to_file on reply (arrived_at, id) where filed_at is null and set_aside_at is null;
create index reply_to_answer on reply (arrived_at, id) where filed_at is not null and answered_at is null and not automatic;
create index reply_by_message on reply (message_id) where message_id is not null;

create function keep_reply() returns trigger language plpgsql as $$
declare
    changeable text[] := array['case_reference', 'writer', 'filed_at', 'filed_by', 'set_aside_at', 'set_aside_by', 'set_aside_why',
                               'answered_at', 'answered_by'];
begin
    if tg_op = 'DELETE' then
        raise exception 'A reply stays on record';
    end if;
    if old.set_aside_at is not null or old.answered_at is not null
        or old.filed_at is not null and (new.filed_at, new.case_reference, new.writer, new.set_aside_at)
            is distinct from (old.filed_at, old.case_reference, old.writer, old.set_aside_at)
        or to_jsonb(new) - changeable - array['words', 'quoted'] <> to_jsonb(old) - changeable - array['words', 'quoted']
        or new.set_aside_at is null and (new.words, new.quoted) is distinct from (old.words, old.quoted) then
        raise exception 'A reply stays as it came: it can be filed, set aside or answered, once';
    end if;
    return new;
end $$;

comment on function keep_reply() is 'reply: guards reply';

create trigger keep_reply before update or delete on reply for each row execute function keep_reply();

create table reply_case (
    reply_id       bigint      not null references reply,
    case_reference varchar(20) not null references support_case,
    primary key (reply_id, case_reference)
);

comment on table reply_case is
    'reply: the cases that a reply may be about. Whoever may not see one of them, or another with a contact at its address, does not see the reply before it is filed.';

create index reply_case_by_case on reply_case (case_reference);

create trigger reply_case_only_grows before update or delete on reply_case
    for each row execute function refuse_change();

create table reply_attachment (
    reply_id bigint       not null references reply,
    place    integer      not null check (place > 0),
    name     varchar(150) not null check (name <> ''),
    refused  varchar(500) check (refused <> ''),
    primary key (reply_id, place)
);

comment on table reply_attachment is 'reply: the files that came with a reply, and why one of them is no document';
comment on column reply_attachment.refused is 'Why it was not stored, in a sentence; null where it was';

create trigger reply_attachment_stays before delete on reply_attachment
    for each row execute function refuse_deletion();

-- Only while a reply waits: once it is filed its files are documents of the case
create table reply_attachment_content (
    reply_id bigint  not null,
    place    integer not null,
    content  bytea   not null,
    primary key (reply_id, place),
    foreign key (reply_id, place) references reply_attachment
);

comment on table reply_attachment_content is
    'reply: the files of replies that wait to be filed; checked and scanned before they are stored, deleted when the reply is filed or set aside';

alter table reply_attachment_content alter column content set storage external;
