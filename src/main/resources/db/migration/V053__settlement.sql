-- Daily close 日締め: the files of agent and provider, line by line beside our own books, the clerk's
-- word on what does not fit, and the days that were closed. Nothing here is personal: codes, keys,
-- amounts, days.

create table settlement_file (
  municipality_code text not null,
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  format text not null,
  file_name text not null check (length(file_name) <= 100),
  received_at timestamptz not null,
  received_by text not null,
  line_count integer not null check (line_count > 0),
  total_yen bigint not null,
  primary key (municipality_code, file_id)
);
-- The same bytes are taken once.
create unique index settlement_file_once on settlement_file (municipality_code, sha256);
select frontdesk_protect('settlement_file', 'select, insert');

-- A line waits until it is booked, in the order of its file; file and lines come in one
-- transaction, and each line is booked in the transaction that puts it on its pile.
create table settlement_line (
  municipality_code text not null,
  file_id uuid not null,
  row_number integer not null,
  kind text not null check (kind in ('QUICK', 'FINAL', 'WITHDRAWN', 'REFUND')),
  is_slip boolean not null,
  reference text not null check (length(reference) <= 64),
  payment_id text check (length(payment_id) <= 64),
  amount_yen bigint not null check (amount_yen > 0),
  paid_at timestamptz not null,
  transfer_on date,
  pile text not null check (pile in ('WAITING', 'MATCHED', 'THEIRS_ONLY')),
  attempt_key text,
  why text,
  cleared_by text,
  cleared_at timestamptz,
  cleared_reason text check (cleared_reason <> ''),
  primary key (municipality_code, file_id, row_number),
  foreign key (municipality_code, file_id) references settlement_file,
  foreign key (municipality_code, attempt_key) references payment_attempt,
  check ((pile = 'MATCHED') = (attempt_key is not null)),
  check ((pile = 'THEIRS_ONLY') = (why is not null)),
  check (cleared_by is null or pile = 'THEIRS_ONLY'),
  check ((cleared_by is null) = (cleared_at is null)),
  check ((cleared_by is null) = (cleared_reason is null))
);
create index settlement_line_waiting on settlement_line (municipality_code, file_id, row_number)
  where pile = 'WAITING';
create index settlement_line_open on settlement_line (municipality_code)
  where pile = 'THEIRS_ONLY' and cleared_by is null;
create index settlement_line_attempt on settlement_line (municipality_code, attempt_key, kind);
select frontdesk_protect('settlement_line', 'select, insert, update');

-- A clerk's word on money that is in our books and not in any file. It holds for this amount only.
create table settlement_clearance (
  municipality_code text not null,
  attempt_key text not null,
  amount_yen bigint not null,
  reason text not null check (reason <> ''),
  cleared_by text not null,
  cleared_at timestamptz not null,
  primary key (municipality_code, attempt_key, amount_yen),
  foreign key (municipality_code, attempt_key) references payment_attempt
);
select frontdesk_protect('settlement_clearance', 'select, insert');

create table day_close (
  municipality_code text not null,
  closed_on date not null,
  expected_yen bigint not null,
  counted_yen bigint not null check (counted_yen >= 0),
  reason text not null,
  csv_charset text not null,
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (municipality_code, closed_on),
  check (expected_yen = counted_yen or reason <> '')
);
select frontdesk_protect('day_close', 'select, insert');

-- The income of a closed day as it goes to accounting: frozen, so that every export has the same
-- bytes.
create table day_close_row (
  municipality_code text not null,
  closed_on date not null,
  row_number integer not null,
  income_on date not null,
  transfer_on date,
  revenue_account text not null,
  account_name text not null,
  way text not null,
  item_count integer not null check (item_count > 0),
  amount_yen bigint not null,
  primary key (municipality_code, closed_on, row_number),
  foreign key (municipality_code, closed_on) references day_close
);
select frontdesk_protect('day_close_row', 'select, insert');

-- Which ledger entries a closed day holds; each entry once.
create table day_close_entry (
  municipality_code text not null,
  entry_id bigint not null,
  closed_on date not null,
  primary key (municipality_code, entry_id),
  foreign key (municipality_code, entry_id) references ledger_entry,
  foreign key (municipality_code, closed_on) references day_close
);
select frontdesk_protect('day_close_entry', 'select, insert');

create trigger append_only before update or delete or truncate on settlement_clearance
  for each statement execute function fees_append_only();
create trigger append_only before update or delete or truncate on day_close
  for each statement execute function fees_append_only();
create trigger append_only before update or delete or truncate on day_close_row
  for each statement execute function fees_append_only();
create trigger append_only before update or delete or truncate on day_close_entry
  for each statement execute function fees_append_only();
