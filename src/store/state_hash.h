// One hash over every row that all replicas must agree on: each table in the order of its
// key, each value with its type. Two replicas at the same position have the same hash.
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"

namespace linli::store {

// Leaves out tables whose name ends in _private (payloads may not be here) or _local.
std::string state_hash(Database& state);

// The hash of one table, to find where two states part.
std::string table_hash(Database& state, std::string_view table);

}  // namespace linli::store
