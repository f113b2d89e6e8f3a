#include "store/fold_need.h"

namespace linli::store {

// `starts_at` and `ends_at` are minutes since the start of 1970 by the local calendar, so
// that a service past midnight needs no special case. `taken` counts held assignments.
const char* const schema_need = R"sql(
CREATE TABLE need(
  need TEXT PRIMARY KEY NOT NULL,
  recipient TEXT NOT NULL,
  service_kind TEXT NOT NULL,
  site TEXT,
  service_day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  head_count INTEGER NOT NULL,
  taken INTEGER NOT NULL DEFAULT 0,
  channel TEXT NOT NULL,
  wish INTEGER NOT NULL,
  paid_by_recipient INTEGER NOT NULL,
  state TEXT NOT NULL,
  cancel_reason TEXT,
  agency TEXT,
  stars INTEGER,
  published_day INTEGER NOT NULL,
  published_by TEXT NOT NULL,
  details_operation TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX need_by_time ON need(state, starts_at, need);
CREATE INDEX need_by_start ON need(starts_at, need);
CREATE INDEX need_by_recipient ON need(recipient, starts_at, need);

CREATE TABLE need_private(
  need TEXT PRIMARY KEY NOT NULL,
  person TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX need_private_by_person ON need_private(person, need);

CREATE TABLE assignment(
  need TEXT NOT NULL,
  volunteer TEXT NOT NULL,
  source TEXT NOT NULL,
  state TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  assigned_day INTEGER NOT NULL,
  assigned_by TEXT NOT NULL,
  release_reason TEXT,
  PRIMARY KEY(need, volunteer)
) WITHOUT ROWID;
CREATE INDEX assignment_by_volunteer ON assignment(volunteer, starts_at, need);
)sql";

}  // namespace linli::store
