create table returned_mail_position (
    mailbox   varchar(400) primary key,
    numbering bigint       not null check (numbering >= 0),
    last      bigint       not null check (last >= 0)
);

comment on table returned_mail_position is 'How far each mailbox for returned mail has been read';
comment on column returned_mail_position.numbering is 'The numbering of its mails that holds (UIDVALIDITY)';
comment on column returned_mail_position.last is 'Number of the last mail read (UID)';
