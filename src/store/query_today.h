// Counts what needs a coordinator today, one number for each card of the first screen.
#pragma once

#include <cstdint>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

struct TodayCounts {
  int64_t sessions_today = 0;
  int64_t in_now = 0;
  int64_t unreviewed_records = 0;
  int64_t unfilled_needs = 0;       // open, today or later, with free places
  int64_t overdue_needs = 0;        // their day has passed and nobody has reported a service
  int64_t forgotten_sign_outs = 0;  // and doubtful ones
  int64_t open_redemptions = 0;
  int64_t low_stock_items = 0;
};

TodayCounts today_counts(Database& state, core::Day today);

}  // namespace linli::store
