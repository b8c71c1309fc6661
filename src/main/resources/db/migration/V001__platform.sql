-- The floor: the role that work runs as, and one function that shuts a table's rows off from every
-- town but their own. The role may exist already: roles belong to the server, not to the database.
do $$
begin
  create role frontdesk_app nologin;
exception when duplicate_object or unique_violation then
  null;
end
$$;

-- An owner who may not grant it was given it by the database's administrator.
do $$
begin
  execute format('grant frontdesk_app to %I', current_user);
exception when insufficient_privilege then
  null;
end
$$;

revoke create on schema public from public;
grant usage on schema public to frontdesk_app;
alter default privileges in schema public grant usage, select on sequences to frontdesk_app;

-- The town of this transaction, '*' for work across towns, null when none was set (then no row shows).
create function frontdesk_town() returns text
  language sql stable parallel safe
  return current_setting('frontdesk.municipality', true);

-- Call once for every table that has municipality_code. An append-only table passes 'select, insert'.
create function frontdesk_protect(table_name text, privileges text default 'select, insert, update, delete')
  returns void
  language plpgsql
as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy town on %I using (municipality_code = frontdesk_town() or frontdesk_town() = ''*'')'
    || ' with check (municipality_code = frontdesk_town() or frontdesk_town() = ''*'')',
    table_name);
  execute format('grant %s on table %I to frontdesk_app', privileges, table_name);
end
$$;

-- One hash over all applied scripts, so that a start without anything to migrate is quick.
create table frontdesk_schema (
  id int primary key check (id = 1),
  hash text not null
);

-- A key wrapped by each town: tells at start that the folder of keys belongs to this database.
create table vault_check (
  municipality_code text not null primary key,
  sealed bytea not null
);
select frontdesk_protect('vault_check', 'select, insert');
