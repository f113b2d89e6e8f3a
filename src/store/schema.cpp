#include "store/fold.h"
#include "store/fold_activity.h"
#include "store/fold_attendance.h"
#include "store/fold_ledger.h"
#include "store/fold_need.h"
#include "store/fold_person.h"
#include "store/fold_policy.h"
#include "store/fold_record.h"
#include "store/fold_shop.h"
#include "store/fold_space.h"

namespace linli::store {
namespace {

// `folded` remembers every operation, so that one that arrives in two bundles (a cloned
// profile) counts once. `outcome` holds whatever was not simply applied.
constexpr const char* kSchemaFold = R"sql(
CREATE TABLE folded(
  operation BLOB PRIMARY KEY NOT NULL
) WITHOUT ROWID;

CREATE TABLE position_local(
  one INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  head TEXT NOT NULL
);

CREATE TABLE outcome(
  operation TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  figure INTEGER NOT NULL,
  op_kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  replica TEXT NOT NULL,
  day INTEGER NOT NULL,
  subject TEXT NOT NULL,
  person TEXT NOT NULL,
  resolution TEXT,
  resolved_day INTEGER
) WITHOUT ROWID;
CREATE INDEX outcome_open ON outcome(kind, day, operation) WHERE resolution IS NULL;
CREATE INDEX outcome_by_person ON outcome(person, kind, day) WHERE person <> '';
)sql";

}  // namespace

base::Status create_state_schema(Database& state) {
  for (const char* sql :
       {kSchemaFold, schema_space, schema_person, schema_need, schema_activity, schema_attendance,
        schema_policy, schema_ledger, schema_record, schema_shop}) {
    const base::Status created = state.run(sql);
    if (!created.ok()) return created;
  }
  return base::success();
}

}  // namespace linli::store
