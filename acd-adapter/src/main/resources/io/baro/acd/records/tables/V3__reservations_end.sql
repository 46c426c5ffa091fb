-- What became of a promise to call back: KEPT, WITHDRAWN, EXHAUSTED or EXPIRED (the last two are a person's to call), NULL while it is open.
-- kind: CALLBACK, or CARE for somebody of a list, who has a row from the end of it.
ALTER TABLE reservation_record ADD COLUMN kind TEXT;
ALTER TABLE reservation_record ADD COLUMN attempts INTEGER;
ALTER TABLE reservation_record ADD COLUMN closed_ms BIGINT;
ALTER TABLE reservation_record ADD COLUMN closed_sequence BIGINT;
ALTER TABLE reservation_record ADD COLUMN outcome TEXT;
CREATE INDEX reservation_record_closed ON reservation_record (journal, closed_sequence);
