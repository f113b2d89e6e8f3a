// Sums of recognised service by its kind, for the charts of the first screen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

struct KindSum {
  std::string name;
  int64_t minutes = 0;
};

// Approved minutes by service kind between two days, both included; most first.
std::vector<KindSum> minutes_by_kind(Database& state, core::Day first, core::Day last, int limit);

}  // namespace linli::store
