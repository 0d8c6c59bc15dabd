-- The journal as a later version of the program left it (schema 2).
BEGIN TRANSACTION;
CREATE TABLE audit (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  account TEXT NOT NULL,
  event   TEXT NOT NULL,
  detail  TEXT NOT NULL
);
CREATE TABLE batch (
  job_id         TEXT NOT NULL REFERENCES job (id),
  n              INTEGER NOT NULL,
  state          TEXT NOT NULL,
  targets        INTEGER NOT NULL,
  task_id        TEXT,
  request_id     TEXT,
  attempts       INTEGER NOT NULL DEFAULT 0,
  error_code     TEXT,
  error_message  TEXT,
  sent_at        INTEGER,
  look_from      INTEGER,
  closed_at      INTEGER, likely_sent INTEGER,
  PRIMARY KEY (job_id, n)
) WITHOUT ROWID;
INSERT INTO "batch" VALUES('261124-114805-crczmnfn',1,'accepted',4,'kyvxb32dddak','b42c5469-7979-4118-9e80-f89ac3218b55',1,NULL,NULL,1795520885909,1795520885178,NULL,NULL);
INSERT INTO "batch" VALUES('261124-114817-n5j234cn',1,'accepted',1,'rxslopoie5ip','db3f1755-28cc-4839-a4a0-1d3fbbd1624f',1,NULL,NULL,1795520897796,1795520897157,NULL,NULL);
CREATE TABLE job (
  id              TEXT PRIMARY KEY,
  created_at      INTEGER NOT NULL,
  account         TEXT NOT NULL,
  key_fingerprint TEXT NOT NULL,
  endpoint        TEXT NOT NULL,
  zone_id         TEXT NOT NULL,
  zone_name       TEXT NOT NULL,
  type            TEXT NOT NULL,
  method          TEXT,
  tag_domains     TEXT NOT NULL,
  retry_of        TEXT REFERENCES job (id),
  owner           TEXT,
  canceled        INTEGER NOT NULL DEFAULT 0,
  ended_at        INTEGER,
  n_succeeded     INTEGER,
  n_failed        INTEGER,
  n_rejected      INTEGER,
  n_canceled      INTEGER
);
INSERT INTO "job" VALUES('261124-114805-crczmnfn',1795520885785,'demo','89ce8d697e08','demo','zone-2x5demo00001','example.com','purge_url',NULL,'',NULL,NULL,0,1795520887590,4,0,0,0);
INSERT INTO "job" VALUES('261124-114817-n5j234cn',1795520897673,'demo','89ce8d697e08','demo','zone-2x5demo00001','example.com','purge_prefix','delete','',NULL,NULL,0,1795520900074,1,0,0,0);
CREATE TABLE request (
  id         INTEGER PRIMARY KEY,
  job_id     TEXT NOT NULL REFERENCES job (id),
  batch      INTEGER NOT NULL,
  action     TEXT NOT NULL,
  at         INTEGER NOT NULL,
  took       INTEGER NOT NULL,
  request_id TEXT,
  code       TEXT,
  message    TEXT
);
INSERT INTO "request" VALUES(1,'261124-114805-crczmnfn',1,'CreatePurgeTask',1795520885918,125,'b42c5469-7979-4118-9e80-f89ac3218b55',NULL,NULL);
INSERT INTO "request" VALUES(2,'261124-114817-n5j234cn',1,'CreatePurgeTask',1795520897838,384,'db3f1755-28cc-4839-a4a0-1d3fbbd1624f',NULL,NULL);
CREATE TABLE target (
  job_id   TEXT NOT NULL REFERENCES job (id),
  position INTEGER NOT NULL,
  batch    INTEGER NOT NULL,
  target   TEXT NOT NULL,
  state    TEXT NOT NULL,
  reason   TEXT,
  code     TEXT,
  PRIMARY KEY (job_id, position)
) WITHOUT ROWID;
INSERT INTO "target" VALUES('261124-114805-crczmnfn',1,1,'https://www.example.com/a.css','succeeded',NULL,NULL);
INSERT INTO "target" VALUES('261124-114805-crczmnfn',2,1,'https://www.example.com/b.css','succeeded',NULL,NULL);
INSERT INTO "target" VALUES('261124-114805-crczmnfn',3,1,'https://www.example.com/reject/c.css','succeeded',NULL,NULL);
INSERT INTO "target" VALUES('261124-114805-crczmnfn',4,1,'https://www.example.com/%E4%B8%AD','succeeded',NULL,NULL);
INSERT INTO "target" VALUES('261124-114817-n5j234cn',1,1,'https://www.example.com/img/','succeeded',NULL,NULL);
CREATE INDEX job_created ON job (created_at);
CREATE INDEX batch_open ON batch (state) WHERE state IN ('planned', 'sending', 'unknown');
CREATE INDEX batch_task ON batch (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX request_job ON request (job_id, id);
CREATE INDEX target_batch ON target (job_id, batch, state);
-- One that was never sent.
INSERT INTO "job" VALUES('261124-115000-aaaaaaaa',1795521000000,'demo','89ce8d697e08','demo','zone-2x5demo00001','example.com','purge_host',NULL,'',NULL,'0123456789abcdef',0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "batch" VALUES('261124-115000-aaaaaaaa',1,'planned',1,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "target" VALUES('261124-115000-aaaaaaaa',1,1,'www.example.com','pending',NULL,NULL);
-- Of two keys that an account of one name had, one after the other.
INSERT INTO "job" VALUES('261125-090000-bbbbbbbb',1795600000000,'alpha','0123456789ab','https://teo.tencentcloudapi.com','zone-2x5demo00001','example.com','purge_url',NULL,'',NULL,NULL,0,1795600001000,1,0,0,0);
INSERT INTO "batch" VALUES('261125-090000-bbbbbbbb',1,'accepted',1,'kyvxb32dddal','b42c5469-7979-4118-9e80-f89ac3218b56',1,NULL,NULL,1795600000100,1795600000000,NULL,NULL);
INSERT INTO "target" VALUES('261125-090000-bbbbbbbb',1,1,'https://www.example.com/alpha.css','succeeded',NULL,NULL);
INSERT INTO "job" VALUES('261125-090000-cccccccc',1795500000000,'alpha','ba9876543210','https://teo.tencentcloudapi.com','zone-2x5demo00001','example.com','purge_url',NULL,'',NULL,NULL,0,1795500001000,1,0,0,0);
INSERT INTO "batch" VALUES('261125-090000-cccccccc',1,'accepted',1,'kyvxb32dddam','b42c5469-7979-4118-9e80-f89ac3218b57',1,NULL,NULL,1795500000100,1795500000000,NULL,NULL);
INSERT INTO "target" VALUES('261125-090000-cccccccc',1,1,'https://www.example.com/other.css','succeeded',NULL,NULL);
INSERT INTO "audit" VALUES(1,1795600000000,'alpha','safety-lowered','confirm_all to normal until 2026-11-25T10:00:00Z, then confirm_all');
-- The account's identity, which a renaming leaves as it is. Null in what an earlier version wrote: nobody knows for sure then.
ALTER TABLE job ADD COLUMN account_id TEXT;

ALTER TABLE audit ADD COLUMN account_id TEXT;

-- The last name known of each. job.account and audit.account keep the name of their time.
CREATE TABLE account (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX job_unclaimed ON job (account, key_fingerprint) WHERE account_id IS NULL;
-- A job with an identity, of which one batch left and one did not.
INSERT INTO "account" VALUES('id-1','beta');
INSERT INTO "job" VALUES('261126-080000-dddddddd',1795680000000,'beta','0123456789ab','https://teo.tencentcloudapi.com','zone-2x5demo00001','example.com','purge_url',NULL,'',NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,'id-1');
INSERT INTO "batch" VALUES('261126-080000-dddddddd',1,'accepted',1,'kyvxb32dddan','b42c5469-7979-4118-9e80-f89ac3218b58',1,NULL,NULL,1795680000100,1795680000000,NULL,NULL);
INSERT INTO "batch" VALUES('261126-080000-dddddddd',2,'planned',2,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "target" VALUES('261126-080000-dddddddd',1,1,'https://www.example.com/1','accepted',NULL,NULL);
INSERT INTO "target" VALUES('261126-080000-dddddddd',2,2,'https://www.example.com/2','pending',NULL,NULL);
INSERT INTO "target" VALUES('261126-080000-dddddddd',3,2,'https://www.example.com/3','pending',NULL,NULL);
PRAGMA user_version = 3;
COMMIT;
