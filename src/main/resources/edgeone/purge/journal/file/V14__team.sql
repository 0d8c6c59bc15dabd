-- Who this journal is in a team's history, and up to which entry it is there. Not part of the chain.
CREATE TABLE team (
  one       INTEGER PRIMARY KEY CHECK (one = 1),
  machine   TEXT NOT NULL,                    -- a random UUID
  address   TEXT,                             -- of the team's database; null while none is set
  published INTEGER NOT NULL                  -- at least up to this entry
) STRICT;
