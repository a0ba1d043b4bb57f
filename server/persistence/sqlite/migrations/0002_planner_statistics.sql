-- What the query planner has to know, as for a large store with many customers. Without statistics SQLite takes one
-- customer (root_id) for ten rows and reads all of that customer's rows where an index by order would give five.
-- Written instead of measured, so that plans are the same in every store and do not change while it grows.
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES
  ('account', 'account', '5000 3 1'),
  ('account', 'account_by_code', '5000 1'),
  ('account', 'account_by_id', '5000 1'),
  ('account_tree', 'account_tree', '10000 6 3 1'),
  ('record', 'record', '6000000 3000 1000 5 2 1'),
  ('record', 'record_by_inbox', '6000000 20000'),
  ('source', 'source', '10000 6 1'),
  ('source', 'source_by_system', '10000 6 2 1'),
  ('item', 'item', '200000 100 1'),
  ('item', 'item_by_name', '200000 100 35 1 1'),
  ('sales_order', 'sales_order', '1000000 500 1'),
  ('sales_order', 'sales_order_by_number', '1000000 500 180 1'),
  ('sales_order', 'sales_order_by_placed', '1000000 500 2 1'),
  ('order_summary', 'order_summary', '1000000 500 1'),
  ('order_line', 'order_line', '2000000 1000 1'),
  ('order_line', 'order_line_by_order', '2000000 1000 2 1'),
  ('shipment', 'shipment', '1200000 600 1'),
  ('shipment', 'shipment_by_number', '1200000 600 200 1'),
  ('shipment_line', 'shipment_line', '2200000 1100 1'),
  ('shipment_line', 'shipment_line_by_order', '2200000 1100 2 2 1'),
  ('shipment_line', 'shipment_line_by_shipment', '2200000 1100 2'),
  ('milestone', 'milestone', '6000000 3000 1'),
  ('milestone', 'milestone_by_order', '3000000 1500 3'),
  ('milestone', 'milestone_by_shipment', '3000000 1500 3'),
  ('promise', 'promise', '2500000 1250 1'),
  ('promise', 'promise_by_order', '2500000 1250 3'),
  ('hold', 'hold', '50000 25 1'),
  ('hold', 'hold_by_order', '50000 25 1'),
  ('sync_index', 'sync_index', '15000000 7500 1000 1'),
  ('sync_index', 'sync_by_seq', '15000000 7500 1');
ANALYZE sqlite_schema;
