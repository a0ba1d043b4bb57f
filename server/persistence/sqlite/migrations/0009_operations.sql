-- The steps of the work on a line, by which the percentage in production is reckoned; it may be unknown now. The summaries
-- are derived anew after the upgrade.
CREATE TABLE operation(
  root_id INTEGER NOT NULL, id INTEGER NOT NULL, account_id INTEGER NOT NULL, order_id INTEGER NOT NULL,
  line_id INTEGER NOT NULL, work_order TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
  planned_minutes_micro INTEGER, quantity_micro INTEGER, good_micro INTEGER NOT NULL, started_on INTEGER,
  finished_on INTEGER, source_id INTEGER NOT NULL, received_at INTEGER NOT NULL, natural_key TEXT NOT NULL,
  PRIMARY KEY(root_id, id)) WITHOUT ROWID;
CREATE INDEX operation_by_order ON operation(root_id, order_id);
ALTER TABLE order_summary DROP COLUMN production_permille;
ALTER TABLE order_summary ADD COLUMN production_permille INTEGER;

-- For the query planner, as in 0002.
INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES
  ('operation', 'operation', '1000000 500000 1'),
  ('operation', 'operation_by_order', '1000000 500000 5 1');
ANALYZE sqlite_schema;
