-- One row a record, in the order of ids. `checksum` is the CRC-64 of all the row says, so that a
-- byte that changed on the disk is noticed. `data` comes last: it may be long, and what a query
-- looks at lies before it.
CREATE TABLE record (
  id             TEXT NOT NULL PRIMARY KEY,
  person         TEXT NOT NULL,
  session        TEXT NOT NULL,
  kind           TEXT NOT NULL,
  at_seconds     INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  knowledge      TEXT NOT NULL,
  extra          TEXT NOT NULL,
  checksum       INTEGER NOT NULL,
  data           TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the table must hold as a whole: how many rows, and the sum of their checksums modulo 2^64.
-- A row that is lost, doubled or brought back is noticed by it. `purge_due` is 1 from the moment
-- rows are deleted until their bytes are gone from the file.
CREATE TABLE log (
  one       INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  records   INTEGER NOT NULL,
  checksum  INTEGER NOT NULL,
  purge_due INTEGER NOT NULL
) STRICT;
INSERT INTO log (one, records, checksum, purge_due) VALUES (1, 0, 0, 0);
