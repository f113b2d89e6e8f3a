#include "store/fold_record.h"

namespace linli::store {

// `from_number` is the first minute of the service counted from 1970, so that overlaps are
// comparisons of numbers. `overlaps` tells that a record overlapped an earlier one when it
// came. `first_reviewer` has approved a back-entry that waits for a second reviewer.
const char* const schema_record = R"sql(
CREATE TABLE record(
  record TEXT PRIMARY KEY NOT NULL,
  volunteer TEXT NOT NULL,
  source TEXT NOT NULL,
  attendance TEXT,
  need TEXT,
  recipient TEXT,
  service_kind TEXT NOT NULL,
  team TEXT,
  service_day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  from_number INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  people_served INTEGER,
  reporter TEXT NOT NULL,
  reported_day INTEGER NOT NULL,
  overlaps INTEGER NOT NULL,
  state TEXT NOT NULL,
  appealed INTEGER NOT NULL DEFAULT 0,
  first_reviewer TEXT,
  first_minutes INTEGER,
  reviewer TEXT,
  reviewed_day INTEGER,
  approved_minutes INTEGER,
  credited_minutes INTEGER,
  over_cap_minutes INTEGER,
  points INTEGER,
  point_parts INTEGER,
  policy TEXT,
  reject_reason TEXT
) WITHOUT ROWID;
CREATE INDEX record_by_volunteer ON record(volunteer, from_number);
CREATE INDEX record_by_day ON record(service_day, record);
CREATE INDEX record_waiting ON record(service_day, record) WHERE state = 'waiting';
CREATE INDEX record_by_need ON record(need, record) WHERE need IS NOT NULL;

CREATE TABLE record_private(
  record TEXT NOT NULL,
  part TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(record, part)
) WITHOUT ROWID;

CREATE TABLE evidence(
  subject_id TEXT NOT NULL,
  blob TEXT NOT NULL,
  subject TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  person TEXT NOT NULL,
  day INTEGER NOT NULL,
  PRIMARY KEY(subject_id, blob)
) WITHOUT ROWID;
)sql";

}  // namespace linli::store
