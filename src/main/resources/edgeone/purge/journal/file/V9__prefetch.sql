-- How a prefetch fetches: default or edge; headers sent to the origin, one a line; whether media segments are fetched too.
-- Null for a purge.
ALTER TABLE job ADD COLUMN prefetch_mode TEXT;

ALTER TABLE job ADD COLUMN prefetch_headers TEXT;

ALTER TABLE job ADD COLUMN prefetch_segments INTEGER;
