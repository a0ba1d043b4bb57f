-- When a shipment usually arrives, from what deliveries on its lane took.
ALTER TABLE shipment ADD COLUMN usual_p50_at INTEGER;
ALTER TABLE shipment ADD COLUMN usual_p90_at INTEGER;
ALTER TABLE shipment ADD COLUMN usual_samples INTEGER;
ALTER TABLE shipment ADD COLUMN usual_match INTEGER;
ALTER TABLE shipment ADD COLUMN usual_gap_minutes INTEGER;

-- Of all customers together: only counts, and no one's identifiers. `lane` is what is alike (domain::lane_key), `month`
-- that of the deliveries, `counts` how often each time was seen (domain::TransitCounts).
CREATE TABLE transit_history(
  lane TEXT NOT NULL, month INTEGER NOT NULL, counts TEXT NOT NULL, PRIMARY KEY(lane, month)) WITHOUT ROWID;

-- What one shipment has added to the history, so that it can be taken away again; `told` is empty for one that is on its
-- way and has been estimated from the history before `month`.
CREATE TABLE transit_part(
  root_id INTEGER NOT NULL, shipment_id INTEGER NOT NULL, account_id INTEGER NOT NULL, shipment TEXT NOT NULL,
  lane TEXT NOT NULL, month INTEGER NOT NULL, told TEXT NOT NULL, PRIMARY KEY(root_id, shipment_id)) WITHOUT ROWID;
CREATE INDEX transit_part_asking ON transit_part(month) WHERE told = '';

-- Shipments whose estimate does not follow from the history yet.
CREATE TABLE transit_pending(
  root_id INTEGER NOT NULL, account_id INTEGER NOT NULL, shipment TEXT NOT NULL,
  PRIMARY KEY(root_id, account_id, shipment)) WITHOUT ROWID;

-- For the query planner, as in 0002.
INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES
  ('transit_history', 'transit_history', '100000 20 1'),
  ('transit_part', 'transit_part', '1000000 500 1'),
  ('transit_part', 'transit_part_asking', '20000 5000');
ANALYZE sqlite_schema;
