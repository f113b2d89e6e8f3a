#include "store/fold_activity.h"

namespace linli::store {

// `head_count` NULL is unknown. `heads_import` names the import a head-count came from, so
// that undoing the import takes it back.
const char* const schema_activity = R"sql(
CREATE TABLE activity(
  activity TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  activity_kind TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  days_are_months INTEGER NOT NULL,
  place TEXT,
  room TEXT,
  team TEXT,
  campaign TEXT,
  service_kind TEXT,
  course TEXT,
  description TEXT,
  serial INTEGER,
  import_id TEXT,
  head_count INTEGER,
  heads_import TEXT,
  state TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX activity_by_day ON activity(from_day, activity);
CREATE INDEX activity_by_import ON activity(import_id, activity) WHERE import_id IS NOT NULL;

CREATE TABLE session(
  session TEXT PRIMARY KEY NOT NULL,
  activity TEXT NOT NULL,
  session_day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  room TEXT,
  site TEXT,
  capacity INTEGER,
  head_count INTEGER,
  heads_import TEXT,
  state TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_by_day ON session(session_day, from_minute, session);
CREATE INDEX session_by_activity ON session(activity, session_day, session);
)sql";

}  // namespace linli::store
