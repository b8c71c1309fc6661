-- Fees: what a case owes, every try to be paid for it, and the books. An invoice and its lines are
-- frozen when made; money is booked exactly once because one attempt of an invoice can be paid and
-- one ledger entry can exist for each attempt. Nothing here is personal: cases, amounts, codes.

create table invoice_counter (
  municipality_code text not null,
  fiscal_year integer not null,
  last_number bigint not null,
  primary key (municipality_code, fiscal_year)
);
select frontdesk_protect('invoice_counter', 'select, insert, update');

create table invoice (
  municipality_code text not null,
  invoice_id uuid not null,
  case_id uuid not null,
  fiscal_year integer not null,
  invoice_number bigint not null,
  fee_table_version text not null,
  issued_on date not null,
  due_on date not null,
  total_yen bigint not null check (total_yen >= 0),
  status text not null check (status in ('DUE', 'NOTHING_DUE', 'PAID', 'WITHDRAWN')),
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (municipality_code, invoice_id),
  unique (municipality_code, fiscal_year, invoice_number)
);
-- A case has one invoice at a time.
create unique index invoice_live on invoice (municipality_code, case_id) where status <> 'WITHDRAWN';
select frontdesk_protect('invoice', 'select, insert, update');

create table invoice_line (
  municipality_code text not null,
  invoice_id uuid not null,
  line_number integer not null,
  item text not null,
  name text not null,
  unit text not null,
  copies integer not null check (copies > 0),
  unit_yen bigint not null check (unit_yen >= 0),
  revenue_account text not null,
  legal_basis text not null,
  primary key (municipality_code, invoice_id, line_number),
  foreign key (municipality_code, invoice_id) references invoice
);
select frontdesk_protect('invoice_line', 'select, insert');

-- attempt_key is also the provider's key for the payment: made and committed before the provider is
-- called, so that a repeated call finds the same payment.
create table payment_attempt (
  municipality_code text not null,
  attempt_key text not null check (length(attempt_key) <= 64),
  invoice_id uuid not null,
  case_id uuid not null,
  channel text not null check (channel in ('SLIP', 'DYNAMIC_CODE', 'CASH')),
  amount_yen bigint not null check (amount_yen > 0),
  status text not null check (status in ('CREATED', 'CODE_ISSUED', 'UNKNOWN', 'CANCEL_REQUESTED',
    'EXPIRE_CHECK', 'PAID', 'CANCELLED', 'EXPIRED', 'REFUSED', 'EXCEPTION')),
  version integer not null default 1,
  code_text text,
  expires_at timestamptz,
  provider_payment_id text,
  paid_at timestamptz,
  created_at timestamptz not null,
  next_check_at timestamptz not null,
  unanswered_checks integer not null default 0,
  primary key (municipality_code, attempt_key),
  foreign key (municipality_code, invoice_id) references invoice
);
-- One open code on the screen for an invoice: the old one is closed at the provider first.
create unique index payment_attempt_open_code on payment_attempt (municipality_code, invoice_id)
  where channel = 'DYNAMIC_CODE'
    and status in ('CREATED', 'CODE_ISSUED', 'UNKNOWN', 'CANCEL_REQUESTED', 'EXPIRE_CHECK');
-- One payment settles an invoice; any further money is an EXCEPTION for a person.
create unique index payment_attempt_paid on payment_attempt (municipality_code, invoice_id)
  where status = 'PAID';
-- The digits of a slip are looked up when a payment is reported.
create unique index payment_attempt_slip on payment_attempt (municipality_code, code_text)
  where channel = 'SLIP';
create index payment_attempt_invoice on payment_attempt (municipality_code, invoice_id);
create index payment_attempt_due on payment_attempt (next_check_at)
  where channel <> 'CASH'
    and status in ('CREATED', 'CODE_ISSUED', 'UNKNOWN', 'CANCEL_REQUESTED', 'EXPIRE_CHECK');
select frontdesk_protect('payment_attempt', 'select, insert, update');

create table payment_event (
  municipality_code text not null,
  event_id bigint generated always as identity,
  invoice_id uuid not null,
  attempt_key text not null,
  event text not null,
  from_status text not null,
  to_status text not null,
  actor text not null,
  detail text not null default '',
  happened_at timestamptz not null,
  primary key (municipality_code, event_id),
  foreign key (municipality_code, attempt_key) references payment_attempt
);
create index payment_event_attempt on payment_event (municipality_code, attempt_key);
select frontdesk_protect('payment_event', 'select, insert');

-- Double entry: each row takes from one account and gives to another, so the books always balance.
-- reference is the invoice for INVOICED and WITHDRAWN and the attempt for the rest.
create table ledger_entry (
  municipality_code text not null,
  entry_id bigint generated always as identity,
  kind text not null check (kind in ('INVOICED', 'WITHDRAWN', 'PAID', 'SURPLUS')),
  reference text not null,
  invoice_id uuid not null,
  debit_account text not null,
  credit_account text not null,
  revenue_account text not null default '',
  amount_yen bigint not null check (amount_yen > 0),
  booked_at timestamptz not null,
  primary key (municipality_code, entry_id),
  unique (municipality_code, kind, reference, revenue_account),
  foreign key (municipality_code, invoice_id) references invoice,
  check (debit_account <> credit_account)
);
select frontdesk_protect('ledger_entry', 'select, insert');

-- What the provider told us, as it came. A notification is a hint: the provider is asked before
-- anything is booked.
create table payment_notification (
  municipality_code text not null,
  notification_id text not null,
  kind text not null,
  reference text not null,
  body text not null,
  received_at timestamptz not null,
  next_try_at timestamptz not null,
  handled_at timestamptz,
  outcome text,
  primary key (municipality_code, notification_id)
);
create index payment_notification_due on payment_notification (next_try_at) where handled_at is null;
select frontdesk_protect('payment_notification', 'select, insert, update');

-- Append-only for everybody, the owner too.
create function fees_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name;
end
$$;
create trigger append_only before update or delete or truncate on payment_event
  for each statement execute function fees_append_only();
create trigger append_only before update or delete or truncate on ledger_entry
  for each statement execute function fees_append_only();
create trigger append_only before update or delete or truncate on invoice_line
  for each statement execute function fees_append_only();
