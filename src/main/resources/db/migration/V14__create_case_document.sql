create table case_document (
    id             bigint generated always as identity primary key,
    case_reference varchar(20)  not null references support_case,
    name           varchar(150) not null check (name <> ''),
    kind           varchar(20)  not null check (kind in ('PDF', 'WORD', 'EXCEL', 'ODF_TEXT', 'ODF_SPREADSHEET', 'JPEG', 'PNG', 'GIF',
                                                         'HEIC', 'TEXT', 'CSV', 'EMAIL', 'OUTLOOK')),
    size           integer      not null check (size > 0),
    sha256         bytea        not null check (length(sha256) = 32),
    scanned        boolean      not null,
    added_at       timestamptz  not null,
    added_by       varchar(64)  not null
);

comment on table case_document is 'document: the documents of each case';
comment on column case_document.size is 'Bytes';
comment on column case_document.scanned is 'Whether a virus scanner has found it clean; false where none was configured';

create index case_document_by_case on case_document (case_reference, id);

-- In a table of its own, so that no list reads it
create table case_document_content (
    document_id bigint primary key references case_document,
    content     bytea  not null
);

comment on table case_document_content is 'document: the files themselves';

-- Documents are compressed already
alter table case_document_content alter column content set storage external;

create table case_document_removal (
    document_id bigint      primary key references case_document,
    reason      text        not null check (reason <> ''),
    removed_at  timestamptz not null,
    removed_by  varchar(64) not null
);

comment on table case_document_removal is 'document: which documents were removed, by whom and why';

create trigger case_document_only_grows before update or delete on case_document
    for each row execute function refuse_change();
create trigger case_document_removal_only_grows before update or delete on case_document_removal
    for each row execute function refuse_change();
create trigger case_document_content_kept before update on case_document_content
    for each row execute function refuse_change();

-- The content of a removed document is deleted for good; the record that it existed, and why it was removed, stays
create function refuse_unless_removed() returns trigger language plpgsql as $$
begin
    if not exists (select from case_document_removal where document_id = old.document_id) then
        raise exception 'The content of document % is deleted only when the document is removed', old.document_id;
    end if;
    return old;
end $$;

comment on function refuse_unless_removed() is 'document: guards case_document_content';

create trigger case_document_content_goes_with_removal before delete on case_document_content
    for each row execute function refuse_unless_removed();
