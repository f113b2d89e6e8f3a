// What the folds of other areas may know of a person: nothing private, one look-up.
// A merged person is followed to the one that was kept.
#pragma once

#include <optional>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

struct PersonFacts {
  core::PersonId person;  // the kept one; the asked one when unknown
  bool known = false;
  bool erased = false;
  bool volunteer = false;
  bool recipient = false;
  std::optional<int32_t> birth_year;
};

PersonFacts find_person(Database& state, const core::PersonId& person);

}  // namespace linli::store
