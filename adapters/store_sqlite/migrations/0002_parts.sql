-- Records in three parts, each with a sum of its own, so that what most readers ask for is read, and
-- known to be whole, without the bulk: 1 holds the documents of plans, 2 the single events of
-- sessions, 0 all the rest.
CREATE TABLE part (
  number   INTEGER NOT NULL PRIMARY KEY,
  records  INTEGER NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE parted (
  part           INTEGER NOT NULL,
  id             TEXT NOT NULL,
  person         TEXT NOT NULL,
  session        TEXT NOT NULL,
  kind           TEXT NOT NULL,
  at_seconds     INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  knowledge      TEXT NOT NULL,
  extra          TEXT NOT NULL,
  checksum       INTEGER NOT NULL,
  data           TEXT NOT NULL,
  PRIMARY KEY (part, id)
) STRICT, WITHOUT ROWID;

INSERT INTO parted (part, id, person, session, kind, at_seconds, offset_minutes, knowledge, extra,
                    checksum, data)
SELECT CASE kind WHEN 'plan' THEN 1 WHEN 'event' THEN 2 ELSE 0 END AS part, id, person, session,
       kind, at_seconds, offset_minutes, knowledge, extra, checksum, data
FROM record ORDER BY part, id;

-- Sums modulo 2^64. SQLite refuses a sum that passes 2^63, so the halves are added by themselves;
-- the last row is that of all records.
CREATE TABLE halves (number INTEGER, records INTEGER, high INTEGER, low INTEGER) STRICT;
INSERT INTO halves VALUES (0, 0, 0, 0), (1, 0, 0, 0), (2, 0, 0, 0);
INSERT INTO halves
SELECT part, count(*), sum(checksum >> 32), sum(checksum & 4294967295) FROM parted GROUP BY part;
INSERT INTO halves
SELECT 3, count(*), ifnull(sum(checksum >> 32), 0), ifnull(sum(checksum & 4294967295), 0)
FROM record;
INSERT INTO part
SELECT number, sum(records), ((sum(high) + (sum(low) >> 32)) << 32) | (sum(low) & 4294967295)
FROM halves GROUP BY number;

-- Fails when a row was lost, doubled or brought back: what was wrong is not to be summed up as right.
CREATE TABLE whole (yes INTEGER NOT NULL CHECK (yes = 1)) STRICT;
INSERT INTO whole
SELECT log.records = part.records AND log.checksum = part.checksum
FROM log JOIN part ON part.number = 3 WHERE log.one = 1;
INSERT INTO whole SELECT count(*) FROM whole;

DROP TABLE whole;
DROP TABLE halves;
DELETE FROM part WHERE number = 3;
DROP TABLE record;
ALTER TABLE parted RENAME TO record;
UPDATE log SET purge_due = 1 WHERE records > 0;
ALTER TABLE log DROP COLUMN records;
ALTER TABLE log DROP COLUMN checksum;
