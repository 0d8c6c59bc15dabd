-- Where a job's rows in search begin, and how many numbers it takes: seconds from 2020 to its submission, moved on where
-- another job has them.
ALTER TABLE job ADD COLUMN number INTEGER;
ALTER TABLE job ADD COLUMN numbers INTEGER NOT NULL DEFAULT 1;

-- Frozen with the counts.
ALTER TABLE job ADD COLUMN state TEXT;

ALTER TABLE job ADD COLUMN n_targets INTEGER NOT NULL DEFAULT 0;

-- A bit for each character of its targets and its own words, see SearchText.
ALTER TABLE job ADD COLUMN characters INTEGER NOT NULL DEFAULT 0;

ALTER TABLE job ADD COLUMN note TEXT;
ALTER TABLE job ADD COLUMN os_user TEXT;
ALTER TABLE job ADD COLUMN host TEXT;
ALTER TABLE job ADD COLUMN program TEXT;
ALTER TABLE job ADD COLUMN origin TEXT NOT NULL DEFAULT 'here';

CREATE UNIQUE INDEX job_number ON job (number);
CREATE INDEX job_open ON job (created_at) WHERE ended_at IS NULL;
CREATE INDEX job_kind ON job (state, type, origin, zone_id, account_id, created_at);

-- Trigrams of what jobs can be found by. Each row stands for a piece of a job, see SearchRows.
CREATE VIRTUAL TABLE search USING fts5 (text, content='', contentless_delete=1, detail=none, tokenize='trigram');
