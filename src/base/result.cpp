#include "base/result.h"

#include <array>
#include <cstddef>

namespace linli::base {
namespace {
constexpr std::array<const char*, static_cast<size_t>(ErrorCode::count_)> kNames = {
    "not_json",      "not_canonical",   "wrong_shape",     "unknown_kind",   "too_large",
    "too_deep",      "wrong_signature", "wrong_hash",      "wrong_chain",    "wrong_space",
    "truncated",     "not_utf8",        "table_empty",     "column_missing", "row_invalid",
    "storage_full",  "storage_failed",  "storage_corrupt", "storage_locked", "not_found",
    "update_needed", "offline",         "hub_refused",
};
}

const char* name(ErrorCode code) {
  CHECK(code < ErrorCode::count_);
  return kNames[static_cast<size_t>(code)];
}

}  // namespace linli::base
