-- Parcels and their scans, billing, relations, documents, and what sources say against each other. Units as in 0001.
ALTER TABLE sales_order ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_order ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales_order ADD COLUMN valid_until_on INTEGER;
ALTER TABLE order_line ADD COLUMN reserved_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN scrapped_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN inspected_good_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN inspected_bad_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN replaced_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN credited_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN hs_code TEXT NOT NULL DEFAULT '';
ALTER TABLE order_line ADD COLUMN origin_country TEXT NOT NULL DEFAULT '';
ALTER TABLE hold ADD COLUMN source_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hold ADD COLUMN received_at INTEGER NOT NULL DEFAULT 0;

-- A carrier knows a parcel by its number alone.
CREATE INDEX shipment_by_tracking ON shipment(root_id, account_id, tracking_number) WHERE tracking_number <> '';
CREATE TABLE parcel(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, shipment_id INTEGER NOT NULL,
  number TEXT NOT NULL, carrier TEXT NOT NULL, master_number TEXT NOT NULL, sscc TEXT NOT NULL,
  natural_key TEXT NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX parcel_by_shipment ON parcel(root_id, shipment_id);
CREATE INDEX parcel_by_number ON parcel(root_id, account_id, number);
CREATE TABLE tracking_event(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, shipment_id INTEGER NOT NULL,
  parcel TEXT NOT NULL, carrier TEXT NOT NULL, code TEXT NOT NULL, status INTEGER NOT NULL,
  reason INTEGER NOT NULL, actual_on INTEGER NOT NULL, actual_at INTEGER, actual_offset INTEGER,
  local_minute INTEGER, sequence INTEGER NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL,
  source_id INTEGER NOT NULL, received_at INTEGER NOT NULL, natural_key TEXT NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX tracking_event_by_shipment ON tracking_event(root_id, shipment_id);
CREATE TABLE invoice(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, number TEXT NOT NULL,
  kind INTEGER NOT NULL, state INTEGER NOT NULL, corrects TEXT NOT NULL, currency TEXT NOT NULL,
  total_minor INTEGER NOT NULL, tax_minor INTEGER, issued_on INTEGER, due_on INTEGER,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX invoice_by_number ON invoice(root_id, account_id, number);
CREATE TABLE invoice_line(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, invoice_id INTEGER NOT NULL,
  order_id INTEGER NOT NULL, line_id INTEGER, quantity_micro INTEGER NOT NULL, amount_minor INTEGER,
  natural_key TEXT NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX invoice_line_by_order ON invoice_line(root_id, order_id);
CREATE INDEX invoice_line_by_invoice ON invoice_line(root_id, invoice_id);
CREATE TABLE payment(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, invoice_id INTEGER, order_id INTEGER,
  amount_minor INTEGER NOT NULL, currency TEXT NOT NULL, paid_on INTEGER NOT NULL, method TEXT NOT NULL,
  source_id INTEGER NOT NULL, received_at INTEGER NOT NULL, natural_key TEXT NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX payment_by_order ON payment(root_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX payment_by_invoice ON payment(root_id, invoice_id) WHERE invoice_id IS NOT NULL;
CREATE TABLE instalment(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, order_id INTEGER NOT NULL,
  number INTEGER NOT NULL, share_permille INTEGER NOT NULL, amount_minor INTEGER, trigger_code INTEGER NOT NULL,
  days INTEGER NOT NULL, due_on INTEGER, method TEXT NOT NULL, natural_key TEXT NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX instalment_by_order ON instalment(root_id, order_id);
CREATE TABLE relation(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, kind INTEGER NOT NULL,
  order_id INTEGER NOT NULL, line_id INTEGER, other_order TEXT NOT NULL, other_line TEXT NOT NULL,
  quantity_micro INTEGER, source_id INTEGER NOT NULL, natural_key TEXT NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX relation_by_order ON relation(root_id, order_id);
CREATE INDEX relation_by_other ON relation(root_id, account_id, other_order);
CREATE TABLE document(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, order_id INTEGER,
  shipment_id INTEGER, kind INTEGER NOT NULL, number TEXT NOT NULL, required INTEGER NOT NULL,
  owed_by INTEGER NOT NULL, due_on INTEGER, received_on INTEGER, expires_on INTEGER, source_id INTEGER NOT NULL,
  natural_key TEXT NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX document_by_order ON document(root_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX document_by_shipment ON document(root_id, shipment_id) WHERE shipment_id IS NOT NULL;
CREATE TABLE contradiction(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, order_id INTEGER, line_id INTEGER,
  shipment_id INTEGER, field TEXT NOT NULL, value TEXT NOT NULL, source_id INTEGER NOT NULL,
  other_value TEXT NOT NULL, other_source_id INTEGER NOT NULL, received_at INTEGER NOT NULL,
  natural_key TEXT NOT NULL, PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX contradiction_by_order ON contradiction(root_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX contradiction_by_shipment ON contradiction(root_id, shipment_id) WHERE shipment_id IS NOT NULL;

-- For the query planner, as in 0002.
INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES
  ('shipment', 'shipment_by_tracking', '1000000 500 160 1'),
  ('parcel', 'parcel', '100000 50 1'),
  ('parcel', 'parcel_by_shipment', '100000 50 2'),
  ('parcel', 'parcel_by_number', '100000 50 16 2'),
  ('tracking_event', 'tracking_event', '6000000 3000 1'),
  ('tracking_event', 'tracking_event_by_shipment', '6000000 3000 5'),
  ('invoice', 'invoice', '1000000 500 1'),
  ('invoice', 'invoice_by_number', '1000000 500 166 1'),
  ('invoice_line', 'invoice_line', '2000000 1000 1'),
  ('invoice_line', 'invoice_line_by_order', '2000000 1000 2'),
  ('invoice_line', 'invoice_line_by_invoice', '2000000 1000 2'),
  ('payment', 'payment', '1000000 500 1'),
  ('payment', 'payment_by_order', '1000000 500 2'),
  ('payment', 'payment_by_invoice', '1000000 500 2'),
  ('instalment', 'instalment', '500000 250 1'),
  ('instalment', 'instalment_by_order', '500000 250 2'),
  ('relation', 'relation', '200000 100 1'),
  ('relation', 'relation_by_order', '200000 100 2'),
  ('relation', 'relation_by_other', '200000 100 33 2'),
  ('document', 'document', '500000 250 1'),
  ('document', 'document_by_order', '500000 250 2'),
  ('document', 'document_by_shipment', '500000 250 2'),
  ('contradiction', 'contradiction', '20000 10 1'),
  ('contradiction', 'contradiction_by_order', '20000 10 2'),
  ('contradiction', 'contradiction_by_shipment', '20000 10 2');
ANALYZE sqlite_schema;
