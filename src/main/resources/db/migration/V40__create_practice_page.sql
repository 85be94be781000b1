create table practice_page_link (
    token_hash     bytea        primary key check (octet_length(token_hash) = 32),
    case_reference varchar(20)  not null references support_case,
    ods_code       varchar(10)  not null references practice,
    mailbox        varchar(320) not null check (mailbox like '%_@_%'),
    made_at        timestamptz  not null,
    expires_at     timestamptz  not null check (expires_at > made_at),
    ended_at       timestamptz
);

comment on table practice_page_link is 'practicepage: the links by which practices open their own page';
comment on column practice_page_link.token_hash is 'SHA-256 of the token in the link; the token itself is stored nowhere';
comment on column practice_page_link.mailbox is 'Where it was sent: it opens nothing once the practice has a contact with another address';
comment on column practice_page_link.ended_at is 'When it ended before its time, because the contact changed';

create index practice_page_link_by_page on practice_page_link (case_reference, ods_code) where ended_at is null;

create trigger practice_page_link_stays before delete on practice_page_link
    for each row execute function refuse_deletion();

create table contact_change (
    id               bigint       generated always as identity primary key,
    case_reference   varchar(20)  not null references support_case,
    ods_code         varchar(10)  not null references practice,
    before_name      varchar(200) not null,
    before_role      varchar(200) not null,
    before_email     varchar(254) not null,
    before_telephone varchar(40),
    after_name       varchar(200) not null check (after_name <> ''),
    after_role       varchar(200) not null check (after_role <> ''),
    after_email      varchar(254) not null check (after_email like '%_@_%'),
    after_telephone  varchar(40),
    asked_at         timestamptz  not null,
    decided_at       timestamptz,
    decided_by       varchar(64),
    confirmed        boolean,
    constraint contact_change_decision_on_record
        check ((decided_at is null) = (decided_by is null) and (decided_by is null) = (confirmed is null))
);

comment on table contact_change is 'practicepage: other contacts that practices have asked for on their page, and what the office decided';
comment on column contact_change.decided_by is 'User id; "practice" where the practice has asked for somebody else since';

create unique index contact_change_waiting on contact_change (case_reference, ods_code) where decided_at is null;
create index contact_change_by_time on contact_change (asked_at, id) where decided_at is null;

create function keep_contact_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.decided_at is not null
        or to_jsonb(new) - array['decided_at', 'decided_by', 'confirmed']
            <> to_jsonb(old) - array['decided_at', 'decided_by', 'confirmed'] then
        raise exception 'What a practice asked for stays on record: it can only be decided, once';
    end if;
    return new;
end $$;

comment on function keep_contact_change() is 'practicepage: guards contact_change';

create trigger keep_contact_change before update or delete on contact_change
    for each row execute function keep_contact_change();
