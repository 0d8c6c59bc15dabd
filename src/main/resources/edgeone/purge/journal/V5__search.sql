-- A job's place in the history: its time of submission in milliseconds, moved on where another job has it. Unique.
ALTER TABLE job ADD COLUMN number INTEGER;

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
CREATE INDEX job_open ON job (number) WHERE ended_at IS NULL;
CREATE INDEX job_kind ON job (state, type, origin, zone_id, account_id, created_at);

-- Trigrams of what jobs can be found by. Each row stands for a piece of a job, see SearchRows.
CREATE VIRTUAL TABLE search USING fts5 (text, content='', contentless_delete=1, detail=none, tokenize='trigram');
