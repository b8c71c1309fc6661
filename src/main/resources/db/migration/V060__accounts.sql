-- Who the clerks are: accounts with a role, their invitations, the delays after wrong sign-ins, and
-- an append-only record of what happened to accounts. A clerk's name in other tables is the name of
-- an account: given once, never changed, never given again.

create table clerk_account (
  municipality_code text not null,
  name text not null check (name ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  display_name text not null check (length(display_name) between 1 and 40),
  role text not null check (role in ('CLERK', 'SUPERVISOR', 'AUDITOR', 'ADMINISTRATOR')),
  counters text[] not null default '{}',
  state text not null check (state in ('INVITED', 'ACTIVE', 'DISABLED')),
  -- Argon2id over a keyed hash of the password; the key is the town's, outside the database.
  password_hash text,
  sealed_totp bytea,
  last_totp_step bigint,
  invitation_hash bytea,
  sealed_invited_totp bytea,
  invited_until timestamptz,
  -- An account of the town's identity provider is one person there for good.
  issuer text,
  subject text,
  -- Accounts of a demonstration are made and shut by the program alone.
  demonstration_mark bytea,
  created_at timestamptz not null,
  created_by text not null,
  primary key (municipality_code, name),
  unique (municipality_code, issuer, subject),
  check ((issuer is null) = (subject is null)),
  check (issuer is null or (password_hash is null and sealed_totp is null)),
  check (state <> 'ACTIVE' or issuer is not null or (password_hash is not null and sealed_totp is not null)),
  check ((invitation_hash is null) = (invited_until is null)),
  check ((invitation_hash is null) = (sealed_invited_totp is null)),
  check ((state = 'INVITED') = (invitation_hash is not null))
);
select frontdesk_protect('clerk_account', 'select, insert, update');

create function clerk_account_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an account is disabled, never deleted';
  end if;
  if new.municipality_code <> old.municipality_code or new.name <> old.name
    or new.issuer is distinct from old.issuer or new.subject is distinct from old.subject then
    raise exception 'an account keeps its name and its person';
  end if;
  return new;
end
$$;
create trigger stays before update or delete on clerk_account
  for each row execute function clerk_account_stays();

-- How often somebody was wrong, by a hash of who and where; the same for names that do not exist.
create table sign_in_delay (
  key bytea primary key,
  failures integer not null check (failures >= 0),
  free_at timestamptz not null,
  last_at timestamptz not null
);
create index sign_in_delay_old on sign_in_delay (last_at);
grant select, insert, update, delete on sign_in_delay to frontdesk_app;

create table account_event (
  municipality_code text not null,
  event_id bigint generated always as identity,
  happened_at timestamptz not null,
  act text not null check (act in ('SIGNED_IN', 'REFUSED', 'SIGNED_OUT', 'INVITED', 'ENROLLED', 'RESET', 'DISABLED',
    'PROVIDED', 'ROLE_CHANGED')),
  account text not null,
  actor text not null,
  primary key (municipality_code, event_id)
);
select frontdesk_protect('account_event', 'select, insert');

create function account_event_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'account_event is append-only';
end
$$;
create trigger append_only before update or delete or truncate on account_event
  for each statement execute function account_event_append_only();

-- Sessions of typed names end here, of every town, also where the owner is no superuser.
select set_config('frontdesk.municipality', '*', true);
delete from session where kind = 'CLERK';
alter table session add constraint session_of_an_account
  foreign key (municipality_code, clerk) references clerk_account;
alter table session add constraint session_of_a_clerk check ((kind = 'CLERK') = (clerk is not null));
create index session_clerk on session (municipality_code, clerk) where clerk is not null;
