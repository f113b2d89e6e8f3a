#include "store/query_person.h"

#include <algorithm>

#include "core/person_name.h"
#include "store/column.h"

namespace linli::store {
namespace {

// The columns of a PersonRow, in the order of read_row, from person_private as p.
#define LINLI_PERSON_COLUMNS                                              \
  "p.person, p.name, p.phone, p.roles, p.categories,"                     \
  " (SELECT q.birth_year FROM person q WHERE q.person = p.person),"       \
  " COALESCE((SELECT s.name FROM person q JOIN site s ON s.site = q.site" \
  " WHERE q.person = p.person), '')"

#define LINLI_PERSON_FILTER " (?1 = 0 OR p.roles & ?1 <> 0) AND (?2 = 0 OR p.categories & ?2 <> 0)"

constexpr int kColumnsOfRow = 7;

PersonRow read_row(const Statement& row) {
  PersonRow person;
  person.person = row.id<core::PersonId>(0);
  person.name = text_at(row, 1);
  person.phone = text_at(row, 2);
  person.roles = row.integer(3);
  person.categories = row.integer(4);
  person.birth_year = optional_number_at(row, 5);
  person.site_name = text_at(row, 6);
  return person;
}

// Rows carry their cursor behind the columns of the person: first, second, row.
PersonPage read_page(Statement& row, int limit) {
  PersonPage page;
  PersonCursor last;
  while (row.step()) {
    if (static_cast<int>(page.rows.size()) == limit) {
      page.next = last;
      row.reset();
      break;
    }
    page.rows.push_back(read_row(row));
    last = {text_at(row, kColumnsOfRow), text_at(row, kColumnsOfRow + 1),
            row.integer(kColumnsOfRow + 2)};
  }
  return page;
}

// The first text that no text beginning with `key` reaches.
std::string end_of_prefix(const std::string& key) { return key + "\xF4\x8F\xBF\xBF"; }

PersonPage search_people(Database& state, const PersonFilter& filter, const std::string& key,
                         const PersonCursor& after, int limit) {
  // A person has several parts that begin alike (王王, WW); the smallest one counts.
  Statement& row = state.prepare(
      "SELECT " LINLI_PERSON_COLUMNS
      ", f.part, '', f.row FROM search_private f JOIN person_private p ON p.row = f.row"
      " WHERE f.part >= ?3 AND f.part < ?4 AND (f.part, f.row) > (?5, ?6)"
      " AND NOT EXISTS (SELECT 1 FROM search_private o WHERE o.row = f.row AND o.part >= ?3"
      " AND o.part < f.part) AND" LINLI_PERSON_FILTER
      " AND (?7 IS NULL OR EXISTS (SELECT 1 FROM team_membership m WHERE m.team = ?7"
      " AND m.person = p.person)) ORDER BY f.part, f.row LIMIT ?8");
  row.bind(filter.roles, filter.categories, key, end_of_prefix(key), after.first, after.row,
           filter.team, limit + 1);
  return read_page(row, limit);
}

PersonPage list_team(Database& state, const PersonFilter& filter, const PersonCursor& after,
                     int limit) {
  Statement& row = state.prepare(
      "SELECT " LINLI_PERSON_COLUMNS
      ", p.initials, p.name, p.row FROM team_membership m"
      " JOIN person_private p ON p.person = m.person WHERE m.team = ?7 AND p.listed = 1"
      " AND (p.initials, p.name, p.row) > (?3, ?4, ?5) AND" LINLI_PERSON_FILTER
      " ORDER BY p.initials, p.name, p.row LIMIT ?6");
  row.bind(filter.roles, filter.categories, after.first, after.second, after.row, limit + 1,
           filter.team);
  return read_page(row, limit);
}

PersonPage list_all(Database& state, const PersonFilter& filter, const PersonCursor& after,
                    int limit) {
  Statement& row = state.prepare(
      "SELECT " LINLI_PERSON_COLUMNS
      ", p.initials, p.name, p.row FROM person_private p INDEXED BY person_private_list"
      " WHERE p.listed = 1 AND (p.initials, p.name, p.row) > (?3, ?4, ?5)"
      " AND" LINLI_PERSON_FILTER " ORDER BY p.initials, p.name, p.row LIMIT ?6");
  row.bind(filter.roles, filter.categories, after.first, after.second, after.row, limit + 1);
  return read_page(row, limit);
}

void read_private(Database& state, PersonDetail& detail) {
  Statement& row =
      state
          .prepare(
              "SELECT address, emergency_contact, identity_number, note FROM person_private"
              " WHERE person = ?")
          .bind(detail.row.person);
  if (!row.step()) return;
  detail.address = text_at(row, 0);
  detail.emergency_contact = text_at(row, 1);
  detail.identity_number = text_at(row, 2);
  detail.note = text_at(row, 3);
  row.reset();
}

void read_card(Database& state, PersonDetail& detail) {
  Statement& row = state
                       .prepare(
                           "SELECT card_number FROM card WHERE person = ? AND replaced = 0"
                           " ORDER BY issued_day DESC, card_number LIMIT 1")
                       .bind(detail.row.person);
  if (!row.step()) return;
  detail.card_number = text_at(row, 0);
  row.reset();
}

void read_consents(Database& state, PersonDetail& detail) {
  Statement& row = state
                       .prepare(
                           "SELECT purpose, given_day, withdrawn_day FROM consent"
                           " WHERE person = ? ORDER BY given_day, purpose")
                       .bind(detail.row.person);
  while (row.step()) {
    ConsentRow consent{enum_at<core::ConsentPurpose>(row, 0), day_at(row, 1), std::nullopt};
    if (!row.is_null(2)) consent.withdrawn_day = day_at(row, 2);
    detail.consents.push_back(consent);
  }
}

void read_training(Database& state, PersonDetail& detail) {
  Statement& row = state
                       .prepare(
                           "SELECT t.course, COALESCE(c.name, ''), t.completed_day FROM training t"
                           " LEFT JOIN course c ON c.course = t.course WHERE t.person = ?"
                           " ORDER BY t.completed_day, t.course")
                       .bind(detail.row.person);
  while (row.step()) {
    detail.training.push_back({row.id<core::CourseId>(0), text_at(row, 1), day_at(row, 2)});
  }
}

void read_belonging(Database& state, PersonDetail& detail) {
  Statement& team = state
                        .prepare(
                            "SELECT m.team, COALESCE(t.name, '') FROM team_membership m"
                            " LEFT JOIN team t ON t.team = m.team WHERE m.person = ?"
                            " ORDER BY t.name, m.team")
                        .bind(detail.row.person);
  while (team.step()) detail.teams.push_back({team.id<core::TeamId>(0), text_at(team, 1)});
  Statement& skill =
      state
          .prepare(
              "SELECT s.service_kind, COALESCE(k.name, '') FROM person_skill s"
              " LEFT JOIN service_kind k ON k.service_kind = s.service_kind WHERE s.person = ?"
              " ORDER BY k.name, s.service_kind")
          .bind(detail.row.person);
  while (skill.step()) {
    detail.skills.push_back({skill.id<core::ServiceKindId>(0), text_at(skill, 1)});
  }
}

void read_merged(Database& state, PersonDetail& detail) {
  Statement& row = state
                       .prepare("SELECT " LINLI_PERSON_COLUMNS
                                " FROM person m JOIN person_private p ON p.person = m.person"
                                " WHERE m.merged_into = ? ORDER BY m.person")
                       .bind(detail.row.person);
  while (row.step()) detail.merged.push_back(read_row(row));
}

void add_pairs(Statement& row, DuplicateReason reason, int limit,
               std::vector<DuplicatePair>& pairs) {
  while (row.step()) {
    if (static_cast<int>(pairs.size()) == limit) {
      row.reset();
      return;
    }
    DuplicatePair pair;
    pair.first.person = row.id<core::PersonId>(0);
    pair.second.person = row.id<core::PersonId>(1);
    pair.reason = reason;
    const bool known = std::any_of(pairs.begin(), pairs.end(), [&pair](const DuplicatePair& other) {
      return other.first.person == pair.first.person && other.second.person == pair.second.person;
    });
    if (!known) pairs.push_back(pair);
  }
}

PersonRow row_of(Database& state, const core::PersonId& person) {
  Statement& row =
      state.prepare("SELECT " LINLI_PERSON_COLUMNS " FROM person_private p WHERE p.person = ?")
          .bind(person);
  PersonRow found;
  found.person = person;
  if (!row.step()) return found;
  found = read_row(row);
  row.reset();
  return found;
}

}  // namespace

PersonPage list_people(Database& state, const PersonFilter& filter,
                       const std::optional<PersonCursor>& after, int limit) {
  const std::string key = core::search_key(filter.search);
  const PersonCursor from = after.value_or(PersonCursor{});
  if (!key.empty()) return search_people(state, filter, key, from, limit);
  if (filter.team.has_value()) return list_team(state, filter, from, limit);
  return list_all(state, filter, from, limit);
}

PeopleCounts count_people(Database& state) {
  Statement& row =
      state
          .prepare(
              "SELECT COUNT(*), COALESCE(SUM(roles & ?1 <> 0), 0),"
              " COALESCE(SUM(roles & ?2 <> 0), 0) FROM person_private"
              " WHERE listed = 1")
          .bind(set_bit(core::PersonRole::volunteer), set_bit(core::PersonRole::recipient));
  CHECK(row.step());
  const PeopleCounts counts{row.integer(0), row.integer(1), row.integer(2)};
  row.reset();
  return counts;
}

std::optional<PersonDetail> person_detail(Database& state, const core::PersonId& person) {
  Statement& row = state
                       .prepare(
                           "SELECT roles, categories, birth_year, gender, volunteer_kind, site,"
                           " availability, registered_day, erased, merged_into FROM person"
                           " WHERE person = ?")
                       .bind(person);
  if (!row.step()) return std::nullopt;
  PersonDetail detail;
  detail.gender = enum_at<core::Gender>(row, 3);
  detail.volunteer_kind = optional_enum_at<core::VolunteerKind>(row, 4);
  detail.site = optional_id_at<core::SiteId>(row, 5);
  detail.availability = optional_number_at(row, 6);
  detail.registered_day = day_at(row, 7);
  detail.erased = row.integer(8) != 0;
  detail.merged_into = optional_id_at<core::PersonId>(row, 9);
  row.reset();
  detail.row = row_of(state, person);
  read_private(state, detail);
  read_card(state, detail);
  read_consents(state, detail);
  read_training(state, detail);
  read_belonging(state, detail);
  read_merged(state, detail);
  return detail;
}

std::string person_name(Database& state, const core::PersonId& person) {
  Statement& row = state.prepare("SELECT name FROM person_private WHERE person = ?").bind(person);
  if (!row.step()) return {};
  std::string name = text_at(row, 0);
  row.reset();
  return name;
}

std::vector<Duplicate> possible_duplicates(Database& state, std::string_view name,
                                           std::string_view phone,
                                           std::optional<int32_t> birth_year, int limit) {
  const std::string digits = core::phone_digits(phone);
  Statement& row =
      state
          .prepare("SELECT " LINLI_PERSON_COLUMNS
                   " FROM person_private p WHERE p.listed = 1 AND p.row IN"
                   " (SELECT row FROM person_private WHERE phone <> '' AND phone = ?1 UNION"
                   " SELECT row FROM person_private WHERE name <> '' AND name = ?2)"
                   " ORDER BY p.phone <> ?1, p.row LIMIT 50")
          .bind(digits, name);
  std::vector<Duplicate> found;
  while (row.step()) {
    Duplicate duplicate{read_row(row), DuplicateReason::same_name};
    if (!digits.empty() && duplicate.row.phone == digits) {
      duplicate.reason = DuplicateReason::same_phone;
    } else if (birth_year.has_value() && duplicate.row.birth_year.has_value()) {
      // Two of one name born in different years are two people.
      if (*birth_year != *duplicate.row.birth_year) continue;
      duplicate.reason = DuplicateReason::same_name_and_year;
    }
    found.push_back(std::move(duplicate));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Duplicate& a, const Duplicate& b) { return a.reason < b.reason; });
  if (static_cast<int>(found.size()) > limit) found.resize(static_cast<size_t>(limit));
  return found;
}

std::vector<DuplicatePair> duplicate_pairs(Database& state, int limit) {
  std::vector<DuplicatePair> pairs;
  Statement& phones = state.prepare(
      "SELECT a.person, b.person FROM person_private a JOIN person_private b ON b.phone = a.phone"
      " AND b.row > a.row WHERE a.phone <> '' AND b.phone <> '' AND a.listed = 1"
      " AND b.listed = 1 ORDER BY a.phone, a.row, b.row");
  add_pairs(phones, DuplicateReason::same_phone, limit, pairs);
  Statement& names = state.prepare(
      "SELECT a.person, b.person FROM person_private a JOIN person_private b ON b.name = a.name"
      " AND b.row > a.row JOIN person x ON x.person = a.person JOIN person y"
      " ON y.person = b.person WHERE a.name <> '' AND b.name <> '' AND a.listed = 1"
      " AND b.listed = 1 AND x.birth_year = y.birth_year ORDER BY a.name, a.row, b.row");
  add_pairs(names, DuplicateReason::same_name_and_year, limit, pairs);
  for (DuplicatePair& pair : pairs) {
    pair.first = row_of(state, pair.first.person);
    pair.second = row_of(state, pair.second.person);
  }
  return pairs;
}

}  // namespace linli::store
