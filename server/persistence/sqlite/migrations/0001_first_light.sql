-- Every key of customer data begins with root_id, the top of the customer's account tree, so that the store can be
-- partitioned by it; account_id is the owning node, which the scope predicate reads. Units as in
-- shared/api/sync_schema.h: *_on days since 1970-01-01, *_at UTC milliseconds, *_micro millionths, *_minor minor units.

-- Issued row ids; one row a table. Ids are unique over all customers and stay below 2^53.
CREATE TABLE id_counter(name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE account(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, parent_id INTEGER,
  code TEXT NOT NULL, name TEXT NOT NULL, name_names TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX account_by_code ON account(code);
CREATE UNIQUE INDEX account_by_id ON account(id);
-- Each node with all nodes below it and itself: turns a grant on a node into the accounts that it opens.
CREATE TABLE account_tree(
  root_id INTEGER NOT NULL, ancestor_id INTEGER NOT NULL, account_id INTEGER NOT NULL,
  PRIMARY KEY(root_id, ancestor_id, account_id)) WITHOUT ROWID;

CREATE TABLE app_user(
  id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL DEFAULT '',
  password_hash TEXT NOT NULL, disabled_at INTEGER, created_at INTEGER NOT NULL);
CREATE UNIQUE INDEX app_user_by_email ON app_user(email);
CREATE TABLE user_grant(
  root_id INTEGER NOT NULL, account_id INTEGER NOT NULL, user_id INTEGER NOT NULL, role TEXT NOT NULL,
  valid_from INTEGER NOT NULL, valid_to INTEGER,
  PRIMARY KEY(root_id, account_id, user_id)) WITHOUT ROWID;
CREATE INDEX user_grant_by_user ON user_grant(user_id);
-- Only SHA-256 of what the browser or the integrator holds is kept.
CREATE TABLE session(
  token_hash BLOB PRIMARY KEY, user_id INTEGER NOT NULL, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL,
  user_agent TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE INDEX session_by_user ON session(user_id);
CREATE INDEX session_by_created_at ON session(created_at);
CREATE INDEX session_by_seen_at ON session(seen_at);
CREATE TABLE api_token(
  token_hash BLOB PRIMARY KEY, root_id INTEGER NOT NULL, account_id INTEGER NOT NULL, label TEXT NOT NULL,
  created_at INTEGER NOT NULL, revoked_at INTEGER) WITHOUT ROWID;
CREATE TABLE login_failure(subject TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX login_failure_by_last_at ON login_failure(last_at);

-- Inbox: what arrived, before it is understood. `body` is the file as it came, deflated.
CREATE TABLE source_system(id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL);
CREATE UNIQUE INDEX source_system_by_name ON source_system(name);
CREATE TABLE inbox(
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, mapping TEXT NOT NULL, file_name TEXT NOT NULL,
  content_hash BLOB NOT NULL, size INTEGER NOT NULL, received_at INTEGER NOT NULL, state TEXT NOT NULL,
  rows INTEGER NOT NULL DEFAULT 0, rows_rejected INTEGER NOT NULL DEFAULT 0, body BLOB NOT NULL);
CREATE UNIQUE INDEX inbox_by_content ON inbox(content_hash, mapping);
CREATE TABLE finding(
  id INTEGER PRIMARY KEY, inbox_id INTEGER NOT NULL, file_line INTEGER NOT NULL, column_name TEXT NOT NULL,
  value TEXT NOT NULL, severity TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
  occurrences INTEGER NOT NULL);
CREATE INDEX finding_by_inbox ON finding(inbox_id, file_line);

-- Normalised records: what a source says about one subject ("order:SCMS-4", "shipment:ASN-8"), newest version
-- wins by (source, source_key). The typed tables below are projections of these and can be rebuilt from them.
-- received_at is when this content was first said, stated_at when it was last repeated: of equal versions the one
-- stated later counts, so that the order in which messages are applied does not matter.
CREATE TABLE record(
  root_id INTEGER NOT NULL, account_id INTEGER NOT NULL, subject TEXT NOT NULL, source_id INTEGER NOT NULL,
  source_key TEXT NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, occurred_at INTEGER,
  received_at INTEGER NOT NULL, stated_at INTEGER NOT NULL, inbox_id INTEGER NOT NULL, file_line INTEGER NOT NULL,
  content TEXT NOT NULL, PRIMARY KEY(root_id, account_id, subject, source_id, source_key)) WITHOUT ROWID;
CREATE INDEX record_by_inbox ON record(inbox_id);

CREATE TABLE source(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  last_received_at INTEGER NOT NULL, system_id INTEGER NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX source_by_system ON source(root_id, account_id, system_id);
CREATE TABLE item(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL,
  name_names TEXT NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX item_by_name ON item(root_id, account_id, sku, name);
CREATE TABLE sales_order(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, number TEXT NOT NULL,
  customer_reference TEXT NOT NULL, project TEXT NOT NULL, placed_on INTEGER, placed_at INTEGER,
  placed_offset INTEGER, currency TEXT NOT NULL, amount_basis INTEGER NOT NULL, flow INTEGER NOT NULL,
  incoterm TEXT NOT NULL, incoterm_place TEXT NOT NULL, ship_to TEXT NOT NULL, payment_terms TEXT NOT NULL,
  delivery_offset INTEGER NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX sales_order_by_number ON sales_order(root_id, account_id, number);
-- The list's order: newest first, orders without a date last. The expression stands in the queries word for word.
CREATE INDEX sales_order_by_placed ON sales_order(root_id, coalesce(placed_on, -9999999), id);
CREATE TABLE order_line(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, order_id INTEGER NOT NULL,
  number TEXT NOT NULL, item_id INTEGER NOT NULL, customer_reference TEXT NOT NULL, commercial INTEGER NOT NULL,
  ordered_micro INTEGER NOT NULL, unit TEXT NOT NULL, unit_price_micro INTEGER, amount_minor INTEGER,
  requested_on INTEGER, confirmed_micro INTEGER, cancelled_micro INTEGER NOT NULL, produced_micro INTEGER NOT NULL,
  accepted_micro INTEGER NOT NULL, return_requested_micro INTEGER NOT NULL, returned_micro INTEGER NOT NULL,
  invoiced_micro INTEGER NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX order_line_by_order ON order_line(root_id, order_id, number);
CREATE TABLE shipment(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, number TEXT NOT NULL,
  carrier TEXT NOT NULL, tracking_number TEXT NOT NULL, mode TEXT NOT NULL, parcels INTEGER NOT NULL,
  origin TEXT NOT NULL, destination TEXT NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX shipment_by_number ON shipment(root_id, account_id, number);
CREATE TABLE shipment_line(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, shipment_id INTEGER NOT NULL,
  order_id INTEGER NOT NULL, line_id INTEGER NOT NULL, quantity_micro INTEGER NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX shipment_line_by_order ON shipment_line(root_id, order_id, line_id, shipment_id);
CREATE INDEX shipment_line_by_shipment ON shipment_line(root_id, shipment_id);
-- `natural_key` names the fact inside its subject, so that a projection finds its row again and keeps its id.
CREATE TABLE milestone(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, order_id INTEGER, line_id INTEGER,
  shipment_id INTEGER, code INTEGER NOT NULL, planned_on INTEGER, forecast_on INTEGER, actual_on INTEGER,
  actual_at INTEGER, actual_offset INTEGER, quantity_micro INTEGER, place TEXT NOT NULL, note TEXT NOT NULL,
  source_id INTEGER NOT NULL, received_at INTEGER NOT NULL, natural_key TEXT NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX milestone_by_order ON milestone(root_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX milestone_by_shipment ON milestone(root_id, shipment_id) WHERE shipment_id IS NOT NULL;
CREATE TABLE promise(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, order_id INTEGER NOT NULL,
  line_id INTEGER NOT NULL, promised_on INTEGER NOT NULL, stated_at INTEGER NOT NULL, reason TEXT NOT NULL,
  party INTEGER NOT NULL, source_id INTEGER NOT NULL, received_at INTEGER NOT NULL, natural_key TEXT NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX promise_by_order ON promise(root_id, order_id);
CREATE TABLE hold(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, order_id INTEGER NOT NULL,
  line_id INTEGER, reason INTEGER NOT NULL, owner INTEGER NOT NULL, since_on INTEGER NOT NULL, until_on INTEGER,
  note TEXT NOT NULL, natural_key TEXT NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX hold_by_order ON hold(root_id, order_id);
-- Mirrors domain::OrderSummary; written in the transaction that changes the order.
CREATE TABLE order_summary(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, headline_kind INTEGER NOT NULL,
  headline_stage INTEGER NOT NULL, headline_count INTEGER NOT NULL, headline_of INTEGER NOT NULL,
  low INTEGER NOT NULL, high INTEGER NOT NULL, commercial INTEGER NOT NULL, supply INTEGER NOT NULL,
  logistics INTEGER NOT NULL, billing INTEGER NOT NULL, returns INTEGER NOT NULL, lines INTEGER NOT NULL,
  lines_cancelled INTEGER NOT NULL, lines_at TEXT NOT NULL, lines_shipped INTEGER NOT NULL,
  lines_delivered INTEGER NOT NULL, lines_accepted INTEGER NOT NULL, lines_partly_shipped INTEGER NOT NULL,
  lines_returned INTEGER NOT NULL, progress_permille INTEGER NOT NULL, production_permille INTEGER NOT NULL,
  requested_on INTEGER, promised_first_on INTEGER, promised_on INTEGER, promise_moves INTEGER NOT NULL,
  promise_net_days INTEGER NOT NULL, forecast_on INTEGER, delivered_on INTEGER, next_arrival_on INTEGER,
  late_at INTEGER, delivered_late_days INTEGER NOT NULL, at_risk INTEGER NOT NULL, hold_reason INTEGER,
  hold_owner INTEGER NOT NULL, hold_since_on INTEGER, hold_all INTEGER NOT NULL, blocking_line_id INTEGER,
  turn INTEGER NOT NULL, complete INTEGER NOT NULL, total_minor INTEGER NOT NULL, open_minor INTEGER NOT NULL,
  lead_item_id INTEGER, lead_quantity_micro INTEGER, PRIMARY KEY(root_id, id)) WITHOUT ROWID;

-- Change feed: one counter a root account; sync_index holds one entry a row, for ever.
CREATE TABLE feed(feed_id INTEGER PRIMARY KEY, epoch TEXT NOT NULL, head INTEGER NOT NULL DEFAULT 0, floor INTEGER NOT NULL DEFAULT 0);
CREATE TABLE sync_index(
  feed_id INTEGER NOT NULL, tbl INTEGER NOT NULL, row_id INTEGER NOT NULL, seq INTEGER NOT NULL,
  del INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL, PRIMARY KEY(feed_id, tbl, row_id)) WITHOUT ROWID;
CREATE UNIQUE INDEX sync_by_seq ON sync_index(feed_id, seq);
