#include "store/person_facts.h"

namespace linli::store {
namespace {

constexpr int64_t role_bit(core::PersonRole role) { return int64_t{1} << static_cast<int>(role); }

// Merging refuses circles, so this only bounds the work of a chain.
constexpr int kMergesFollowedMax = 16;

}  // namespace

PersonFacts find_person(Database& state, const core::PersonId& person) {
  PersonFacts facts;
  facts.person = person;
  for (int step = 0; step < kMergesFollowedMax; ++step) {
    Statement& row =
        state.prepare("SELECT roles, birth_year, erased, merged_into FROM person WHERE person = ?")
            .bind(facts.person);
    if (!row.step()) return facts;
    facts.known = true;
    facts.volunteer = (row.integer(0) & role_bit(core::PersonRole::volunteer)) != 0;
    facts.recipient = (row.integer(0) & role_bit(core::PersonRole::recipient)) != 0;
    facts.birth_year.reset();
    if (!row.is_null(1)) facts.birth_year = static_cast<int32_t>(row.integer(1));
    facts.erased = row.integer(2) != 0;
    const bool merged = !row.is_null(3);
    if (merged) facts.person = row.id<core::PersonId>(3);
    row.reset();
    if (!merged) return facts;
  }
  return facts;
}

}  // namespace linli::store
