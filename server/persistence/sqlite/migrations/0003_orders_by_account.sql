-- The list of one company inside a group: without this its page and its count walk the orders of all its siblings. The
-- expression stands in the queries word for word.
CREATE INDEX sales_order_by_account ON sales_order(root_id, account_id, coalesce(placed_on, -9999999), id);
INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('sales_order', 'sales_order_by_account', '1000000 500 180 2 1');
ANALYZE sqlite_schema;
