-- What every message said about a record, as soon as two messages speak of it: then this holds the statement of each, and
-- `record` what counts. A record that one message alone spoke of is its own statement.
CREATE TABLE record_version(
  root_id INTEGER NOT NULL, account_id INTEGER NOT NULL, subject TEXT NOT NULL, source_id INTEGER NOT NULL,
  source_key TEXT NOT NULL, inbox_id INTEGER NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, occurred_at INTEGER,
  received_at INTEGER NOT NULL, stated_at INTEGER NOT NULL, file_line INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY(root_id, account_id, subject, source_id, source_key, inbox_id)) WITHOUT ROWID;
CREATE INDEX record_version_by_inbox ON record_version(inbox_id);

-- Subjects whose rows do not follow from their records yet: a withdrawal that was interrupted goes on from here.
CREATE TABLE pending_projection(
  root_id INTEGER NOT NULL, account_id INTEGER NOT NULL, subject TEXT NOT NULL,
  PRIMARY KEY(root_id, account_id, subject)) WITHOUT ROWID;

-- Why a message is in its state ("rejected": what does not fit), and what a waiting one waits for ("account:acme",
-- "parcel:1Z999").
ALTER TABLE inbox ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE INDEX inbox_by_state ON inbox(state, id);
CREATE TABLE inbox_wait(
  waits_for TEXT NOT NULL, inbox_id INTEGER NOT NULL, PRIMARY KEY(waits_for, inbox_id)) WITHOUT ROWID;
CREATE INDEX inbox_wait_by_inbox ON inbox_wait(inbox_id);

-- What people have said a source's words mean: its column, its word, ours.
CREATE TABLE code_map(
  source TEXT NOT NULL, field TEXT NOT NULL, code TEXT NOT NULL, value TEXT NOT NULL, changed_at INTEGER NOT NULL,
  PRIMARY KEY(source, field, code)) WITHOUT ROWID;

-- Which version of the derivation made the stored projections.
CREATE TABLE derivation(name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;

-- A carrier knows a parcel by its number alone, and neither order nor customer.
DROP INDEX shipment_by_tracking;
DROP INDEX parcel_by_number;
CREATE INDEX shipment_by_tracking ON shipment(tracking_number, root_id, account_id) WHERE tracking_number <> '';
CREATE INDEX parcel_by_number ON parcel(number, root_id, account_id);

-- For the query planner, as in 0002.
DELETE FROM sqlite_stat1 WHERE idx IN ('shipment_by_tracking', 'parcel_by_number');
INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES
  ('record_version', 'record_version', '6000000 3000 1000 5 2 2 1'),
  ('record_version', 'record_version_by_inbox', '6000000 20000'),
  ('inbox', 'inbox_by_state', '100000 20000 1'),
  ('inbox_wait', 'inbox_wait', '1000 1 1'),
  ('inbox_wait', 'inbox_wait_by_inbox', '1000 1'),
  ('code_map', 'code_map', '500 50 10 1'),
  ('shipment', 'shipment_by_tracking', '1000000 2 2 2'),
  ('parcel', 'parcel_by_number', '100000 2 2 2');
ANALYZE sqlite_schema;
