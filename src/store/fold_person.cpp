#include "store/fold_person.h"

#include <vector>

#include "store/fold_ledger.h"
#include "store/fold_record.h"
#include "store/person_facts.h"
#include "store/person_private.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;

template <class E>
int64_t bits_of(const std::vector<E>& words) {
  int64_t bits = 0;
  for (const E word : words) bits |= int64_t{1} << static_cast<int>(word);
  return bits;
}

std::optional<std::string_view> word_of(const std::optional<core::VolunteerKind>& kind) {
  if (!kind.has_value()) return std::nullopt;
  return core::name(*kind);
}

void set_skills(Database& state, const core::PersonId& person,
                const std::vector<core::ServiceKindId>& skills) {
  for (const core::ServiceKindId& skill : skills) {
    state.prepare("INSERT OR IGNORE INTO person_skill(service_kind, person) VALUES(?, ?)")
        .bind(skill, person)
        .execute();
  }
}

// The row itself, not the one it was merged into.
struct PersonRow {
  bool known = false;
  bool erased = false;
  bool merged = false;
};

PersonRow row_of(Database& state, const core::PersonId& person) {
  Statement& row =
      state.prepare("SELECT erased, merged_into IS NOT NULL FROM person WHERE person = ?")
          .bind(person);
  if (!row.step()) return {};
  const PersonRow found{true, row.integer(0) != 0, row.integer(1) != 0};
  row.reset();
  return found;
}

// Roles and categories stay, so that no figure changes; whom they meant does not.
void erase_person(Database& state, const core::PersonId& person) {
  state
      .prepare(
          "UPDATE person SET erased = 1, birth_year = NULL, site = NULL, availability = NULL"
          " WHERE person = ?")
      .bind(person)
      .execute();
  state.prepare("DELETE FROM card WHERE person = ?").bind(person).execute();
  state.prepare("DELETE FROM person_skill WHERE person = ?").bind(person).execute();
  state.prepare("DELETE FROM need_private WHERE person = ?").bind(person).execute();
  erase_record_texts(state, person);
  erase_person_private(state, person);
}

Outcome known_or_flag(Database& state, const core::PersonId& person) {
  const PersonRow row = row_of(state, person);
  if (!row.known) return Outcome::flagged(Flag::unknown_person);
  if (row.erased) return Outcome::flagged(Flag::person_erased);
  return Outcome::applied();
}

}  // namespace

Outcome fold_body(Database& state, const FoldInput& input, const core::PersonRegistered& body) {
  const int64_t roles = bits_of(body.roles);
  const int64_t categories = bits_of(body.categories);
  state
      .prepare(
          "INSERT OR IGNORE INTO person(person, roles, birth_year, gender, categories,"
          " volunteer_kind, site, availability, import_id, registered_day,"
          " details_operation) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(body.person, roles, body.birth_year, core::name(body.gender), categories,
            word_of(body.volunteer_kind), body.site, body.availability, body.import_id,
            input.operation.day.number, input.operation.id)
      .execute();
  if (state.changes() == 0) return Outcome::flagged(Flag::already_exists);
  set_skills(state, body.person, body.skills);
  add_person_private(state, body.person, roles, categories, body.details);
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::PersonCorrected& body) {
  const Outcome known = known_or_flag(state, body.person);
  if (!known.is_applied()) return known;
  const int64_t roles = bits_of(body.roles);
  const int64_t categories = bits_of(body.categories);
  state
      .prepare(
          "UPDATE person SET roles = ?, birth_year = ?, gender = ?, categories = ?,"
          " volunteer_kind = ?, site = ?, availability = ?, details_operation = ?"
          " WHERE person = ?")
      .bind(roles, body.birth_year, core::name(body.gender), categories,
            word_of(body.volunteer_kind), body.site, body.availability, input.operation.id,
            body.person)
      .execute();
  state.prepare("DELETE FROM person_skill WHERE person = ?").bind(body.person).execute();
  set_skills(state, body.person, body.skills);
  set_person_sets(state, body.person, roles, categories);
  if (body.details.has_value()) set_person_details(state, body.person, *body.details);
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::PersonErased& body) {
  const PersonRow row = row_of(state, body.person);
  if (!row.known) return Outcome::flagged(Flag::unknown_person);
  // The entries that were merged into this one are the same human being.
  std::vector<core::PersonId> entries{body.person};
  Statement& merged =
      state.prepare("SELECT person FROM person WHERE merged_into = ? ORDER BY person")
          .bind(body.person);
  while (merged.step()) entries.push_back(merged.id<core::PersonId>(0));
  for (const core::PersonId& entry : entries) erase_person(state, entry);
  return Outcome::applied();
}
Outcome fold_body(Database& state, const FoldInput& input, const core::PersonsMerged& body) {
  const PersonFacts kept = find_person(state, body.kept);
  const PersonRow merged = row_of(state, body.merged);
  if (!kept.known || !merged.known) return Outcome::flagged(Flag::unknown_person);
  if (kept.erased || merged.erased) return Outcome::flagged(Flag::person_erased);
  if (merged.merged || kept.person == body.merged) return Outcome::flagged(Flag::already_exists);
  join_accounts(state, input, kept.person, body.merged);
  state.prepare("UPDATE person SET merged_into = ? WHERE person = ?")
      .bind(kept.person, body.merged)
      .execute();
  set_person_listed(state, body.merged, false);
  index_person(state, body.merged);
  index_person(state, kept.person);
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::PersonsUnmerged& body) {
  Statement& into =
      state.prepare("SELECT merged_into FROM person WHERE person = ? AND merged_into IS NOT NULL")
          .bind(body.merged);
  if (!into.step()) return Outcome::flagged(Flag::unknown_reference);
  const auto kept = into.id<core::PersonId>(0);
  into.reset();
  state.prepare("UPDATE person SET merged_into = NULL WHERE person = ?")
      .bind(body.merged)
      .execute();
  set_person_listed(state, body.merged, true);
  index_person(state, body.merged);
  index_person(state, kept);
  // Coins that were spent as one person stay with the one who spent them, and somebody looks.
  if (!part_accounts(state, input, kept, body.merged)) {
    return Outcome::flagged(Flag::below_floor);
  }
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::ConsentGiven& body) {
  state
      .prepare(
          "INSERT INTO consent(person, purpose, notice_version, given_day)"
          " VALUES(?, ?, ?, ?) ON CONFLICT(person, purpose) DO UPDATE SET"
          " notice_version = excluded.notice_version, given_day = excluded.given_day,"
          " withdrawn_day = NULL")
      .bind(body.person, core::name(body.purpose), body.notice_version, input.operation.day.number)
      .execute();
  return known_or_flag(state, body.person);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::ConsentWithdrawn& body) {
  state.prepare("UPDATE consent SET withdrawn_day = ? WHERE person = ? AND purpose = ?")
      .bind(input.operation.day.number, body.person, core::name(body.purpose))
      .execute();
  return state.changes() == 1 ? Outcome::applied() : Outcome::flagged(Flag::unknown_reference);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::CardIssued& body) {
  Statement& holder =
      state.prepare("SELECT person FROM card WHERE card_number = ?").bind(body.card_number.text);
  if (holder.step()) {
    const bool same = holder.text(0) == body.person.view();
    holder.reset();
    return same ? Outcome::applied() : Outcome::flagged(Flag::duplicate_card);
  }
  const Outcome known = known_or_flag(state, body.person);
  if (known.flag == Flag::person_erased) return known;
  // A new card means that the old one is lost or worn.
  state.prepare("UPDATE card SET replaced = 1 WHERE person = ?").bind(body.person).execute();
  state.prepare("INSERT INTO card(card_number, person, issued_day) VALUES(?, ?, ?)")
      .bind(body.card_number.text, body.person, input.operation.day.number)
      .execute();
  index_person(state, find_person(state, body.person).person);
  return known;
}

Outcome fold_body(Database& state, const FoldInput&, const core::CourseDefined& body) {
  state
      .prepare(
          "INSERT INTO course(course, name) VALUES(?, ?)"
          " ON CONFLICT(course) DO UPDATE SET name = excluded.name")
      .bind(body.course, body.name.text)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::TrainingCompleted& body) {
  state
      .prepare(
          "INSERT OR IGNORE INTO training(person, course, completed_day, session)"
          " VALUES(?, ?, ?, ?)")
      .bind(body.person, body.course, input.operation.day.number, body.session)
      .execute();
  return known_or_flag(state, body.person);
}

namespace {
template <class Body>
void set_late_details(Database& state, const core::Operation& operation, const Body& body) {
  Statement& latest =
      state
          .prepare("SELECT 1 FROM person WHERE person = ? AND details_operation = ? AND erased = 0")
          .bind(body.person, operation.id);
  if (!latest.step()) return;
  latest.reset();
  set_person_details(state, body.person, *body.details);
}
}  // namespace

void fold_body_details(Database& state, const core::Operation& operation,
                       const core::PersonRegistered& body) {
  set_late_details(state, operation, body);
}

void fold_body_details(Database& state, const core::Operation& operation,
                       const core::PersonCorrected& body) {
  set_late_details(state, operation, body);
}

}  // namespace linli::store
