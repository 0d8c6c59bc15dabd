-- Up to when others' purges were read, by EdgeOne's clock: all before it is in the journal, and final.
CREATE TABLE synced (
  endpoint TEXT NOT NULL,
  zone_id  TEXT NOT NULL,
  until    INTEGER NOT NULL,
  PRIMARY KEY (endpoint, zone_id)
) STRICT, WITHOUT ROWID;

-- EdgeOne's IDs of jobs that were pruned, ours or others': nothing of them comes in again.
CREATE TABLE removed_task (
  zone_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  PRIMARY KEY (zone_id, task_id)
) STRICT, WITHOUT ROWID;
