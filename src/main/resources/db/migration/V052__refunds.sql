-- Money that goes back 還付, and notices the agent takes back 速報取消.

alter table invoice drop constraint invoice_status_check;
alter table invoice add constraint invoice_status_check
  check (status in ('DUE', 'NOTHING_DUE', 'PAID', 'WITHDRAWN', 'REFUNDED'));

alter table payment_attempt drop constraint payment_attempt_status_check;
alter table payment_attempt add constraint payment_attempt_status_check
  check (status in ('CREATED', 'CODE_ISSUED', 'UNKNOWN', 'CANCEL_REQUESTED', 'EXPIRE_CHECK', 'PAID',
    'CANCELLED', 'EXPIRED', 'REFUSED', 'EXCEPTION', 'REFUND_REQUESTED', 'REFUNDED', 'REFUND_FAILED',
    'REVERSED'));

alter table ledger_entry drop constraint ledger_entry_kind_check;
alter table ledger_entry add constraint ledger_entry_kind_check
  check (kind in ('INVOICED', 'WITHDRAWN', 'PAID', 'SURPLUS', 'ACCEPTED', 'REFUNDED', 'REVERSED',
    'SETTLED', 'SETTLED_BACK', 'REVENUE'));

-- A person asks, another one approves; the money goes back once.
create table refund (
  municipality_code text not null,
  refund_id uuid not null,
  attempt_key text not null,
  invoice_id uuid not null,
  amount_yen bigint not null check (amount_yen > 0),
  way text not null check (way in ('PROVIDER', 'BY_HAND')),
  status text not null check (status in ('ASKED', 'APPROVED', 'DONE', 'DECLINED', 'FAILED')),
  reason text not null check (reason <> ''),
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  next_check_at timestamptz not null,
  unanswered_checks integer not null default 0,
  primary key (municipality_code, refund_id),
  foreign key (municipality_code, attempt_key) references payment_attempt,
  check (decided_by is null or decided_by <> asked_by),
  check ((status = 'ASKED') = (decided_by is null))
);
create unique index refund_once on refund (municipality_code, attempt_key)
  where status in ('ASKED', 'APPROVED', 'DONE');
create index refund_due on refund (next_check_at) where status = 'APPROVED';
select frontdesk_protect('refund', 'select, insert, update');

-- A line that costs nothing on a ground of the fee table, and who granted it.
alter table invoice_line add column exemption text not null default '';
alter table invoice_line add column exemption_name text not null default '';
alter table invoice_line add column exempted_by text not null default '';
