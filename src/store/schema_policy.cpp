#include "store/fold_policy.h"

namespace linli::store {

// Columns in the order of core::PolicyAdopted's fields. `adopted` counts adoptions: of two
// policies with one effective day the later adopted one is in force.
const char* const schema_policy = R"sql(
CREATE TABLE policy(
  policy TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  effective_day INTEGER NOT NULL,
  coin_name TEXT NOT NULL,
  points_name TEXT NOT NULL,
  coin_minutes INTEGER NOT NULL,
  points_per_hour INTEGER NOT NULL,
  rounding TEXT NOT NULL,
  cap_record_minutes INTEGER,
  cap_day_minutes INTEGER,
  cap_year_minutes INTEGER,
  cap_lifetime_minutes INTEGER,
  gate_minutes INTEGER,
  redeem_age INTEGER,
  volunteer_age_min INTEGER,
  volunteer_age_max INTEGER,
  training_required INTEGER NOT NULL,
  back_entry_needs_two INTEGER NOT NULL,
  attendance_minutes_max INTEGER NOT NULL,
  floor_minutes INTEGER NOT NULL,
  adopted INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX policy_by_day ON policy(effective_day, adopted);
)sql";

}  // namespace linli::store
