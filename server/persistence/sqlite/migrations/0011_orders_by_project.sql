-- How far a project is: without this the page of one of its orders walks all orders of the customer.
CREATE INDEX sales_order_by_project ON sales_order(root_id, project) WHERE project <> '';
INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('sales_order', 'sales_order_by_project', '500000 250 20');
ANALYZE sqlite_schema;
