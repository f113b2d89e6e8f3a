// Reads people: the searchable list by keyset pages, one person with everything known here,
// and who may be the same. Texts are whole; whoever shows a list masks them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

// Sets are one bit per word of the enum in its order.
template <class E>
constexpr int64_t set_bit(E word) {
  return int64_t{1} << static_cast<int>(word);
}

struct PersonRow {
  core::PersonId person;
  std::string name;  // empty when not known here
  std::string phone;
  int64_t roles = 0;
  int64_t categories = 0;
  std::optional<int32_t> birth_year;
  std::string site_name;
};

struct PersonFilter {
  std::string search;      // part of a name, pinyin initials, phone or its tail, card number
  int64_t roles = 0;       // any of these; 0 = all
  int64_t categories = 0;  // any of these; 0 = all
  std::optional<core::TeamId> team;
};

// Where a page ends. Only a page of the same filter may go on from it.
struct PersonCursor {
  std::string first;
  std::string second;
  int64_t row = 0;
};

struct PersonPage {
  std::vector<PersonRow> rows;
  std::optional<PersonCursor> next;  // nothing when this was the last page
};

// By pinyin initials and name, or the best match first when there is a search.
PersonPage list_people(Database& state, const PersonFilter& filter,
                       const std::optional<PersonCursor>& after, int limit);

struct PeopleCounts {
  int64_t all = 0;
  int64_t volunteers = 0;
  int64_t recipients = 0;
};
PeopleCounts count_people(Database& state);

struct ConsentRow {
  core::ConsentPurpose purpose = core::ConsentPurpose::registration;
  core::Day given_day;
  std::optional<core::Day> withdrawn_day;
};

struct TrainingRow {
  core::CourseId course;
  std::string name;
  core::Day completed_day;
};

struct NamedTeam {
  core::TeamId team;
  std::string name;
};

struct NamedSkill {
  core::ServiceKindId service_kind;
  std::string name;
};

struct PersonDetail {
  PersonRow row;
  core::Gender gender = core::Gender::unknown;
  std::optional<core::VolunteerKind> volunteer_kind;
  std::optional<core::SiteId> site;
  std::optional<int32_t> availability;
  core::Day registered_day;
  bool erased = false;
  std::optional<core::PersonId> merged_into;
  std::string address;
  std::string emergency_contact;
  std::string identity_number;
  std::string note;
  std::string card_number;  // the one in use, empty without
  std::vector<ConsentRow> consents;
  std::vector<TrainingRow> training;
  std::vector<NamedTeam> teams;
  std::vector<NamedSkill> skills;
  std::vector<PersonRow> merged;  // entries that were merged into this one
};

std::optional<PersonDetail> person_detail(Database& state, const core::PersonId& person);
// Only the name, empty when not known here.
std::string person_name(Database& state, const core::PersonId& person);

enum class DuplicateReason : uint8_t { same_phone, same_name_and_year, same_name };

struct Duplicate {
  PersonRow row;
  DuplicateReason reason = DuplicateReason::same_name;
};

// Who in the register may be the person that is being typed in; surest first.
std::vector<Duplicate> possible_duplicates(Database& state, std::string_view name,
                                           std::string_view phone,
                                           std::optional<int32_t> birth_year, int limit);

struct DuplicatePair {
  PersonRow first;  // registered earlier
  PersonRow second;
  DuplicateReason reason = DuplicateReason::same_phone;
};

// Pairs in the register with the same phone, or the same name and birth year.
std::vector<DuplicatePair> duplicate_pairs(Database& state, int limit);

}  // namespace linli::store
