// Shared by the folds of reports and of reviews; nothing else includes it.
#pragma once

#include <optional>

#include "core/operations_record.h"
#include "store/database.h"

namespace linli::store {

// Keeps a text of a record; `part` is content, rejection or appeal.
void keep_record_text(Database& state, const core::RecordId& record, const char* part,
                      const std::optional<core::RecordPrivate>& details);

}  // namespace linli::store
