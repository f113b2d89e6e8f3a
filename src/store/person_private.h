// Writes what is private of a person: the texts, and the search index made from them.
// No public row and no outcome may ever depend on these tables, because another replica
// may hold none of it.
#pragma once

#include <optional>

#include "core/operations_person.h"
#include "store/database.h"

namespace linli::store {

// The row of a newly registered person; empty texts when the details are not here.
void add_person_private(Database& state, const core::PersonId& person, int64_t roles,
                        int64_t categories, const std::optional<core::PersonPrivate>& details);
void set_person_sets(Database& state, const core::PersonId& person, int64_t roles,
                     int64_t categories);
void set_person_details(Database& state, const core::PersonId& person,
                        const core::PersonPrivate& details);
// In the list or not: erased and merged people are not.
void set_person_listed(Database& state, const core::PersonId& person, bool listed);
// Makes the search index of one person again, also from cards and from merged entries.
void index_person(Database& state, const core::PersonId& person);
void erase_person_private(Database& state, const core::PersonId& person);

}  // namespace linli::store
