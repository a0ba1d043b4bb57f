-- What the summary of an order has come to tell: pieces of an only line, parts, backorders and urgency, the instants from
-- which a parcel is silent, stuck or in trouble, and the next payment. The rows are derived anew after the upgrade.
ALTER TABLE order_summary ADD COLUMN headline_part_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_summary ADD COLUMN headline_whole_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_summary ADD COLUMN headline_further_micro INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_summary ADD COLUMN partial INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_summary ADD COLUMN backordered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_summary ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_summary ADD COLUMN silent_at INTEGER;
ALTER TABLE order_summary ADD COLUMN stuck_at INTEGER;
ALTER TABLE order_summary ADD COLUMN trouble_at INTEGER;
ALTER TABLE order_summary ADD COLUMN payment_due_on INTEGER;
ALTER TABLE order_summary ADD COLUMN payment_due_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_summary ADD COLUMN due_at INTEGER;

-- The words of a known reason code travel with the promise that names it.
ALTER TABLE promise ADD COLUMN reason_names TEXT NOT NULL DEFAULT '';
