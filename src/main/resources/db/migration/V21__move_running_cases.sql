create table model_move (
    id              bigint generated always as identity primary key,
    change_id       bigint       not null references model_change,
    batch           varchar(64)  not null unique,
    process         varchar(255) not null,
    from_definition varchar(64)  not null,
    from_version    integer      not null,
    to_definition   varchar(64)  not null,
    to_version      integer      not null,
    begun_at        timestamptz  not null,
    begun_by        varchar(64)  not null
);

comment on table model_move is 'Running cases that are moved from one version of a process to another, by a batch of the engine';

create index model_move_by_change on model_move (change_id, id);

create table model_move_case (
    move_id   bigint      not null references model_move,
    instance  varchar(64) not null,
    reference varchar(255),
    moved_at  timestamptz,
    primary key (move_id, instance)
);

comment on column model_move_case.moved_at is 'When the case was on the new version; null where it is not yet, or cannot be moved';

create index model_move_case_to_move on model_move_case (instance) where moved_at is null;
create index model_move_case_by_outcome on model_move_case (move_id, moved_at, reference);
