#include "store/query_kiosk.h"

#include "store/column.h"
#include "store/person_facts.h"
#include "store/query_policy.h"

namespace linli::store {
namespace {

constexpr int open_attendances_max = 8;

std::vector<KioskPersonRow> read_people(Statement& row) {
  std::vector<KioskPersonRow> people;
  while (row.step()) people.push_back({row.id<core::PersonId>(0), text_at(row, 1)});
  return people;
}

}  // namespace

std::optional<KioskPersonRow> kiosk_person_by_card(Database& state, std::string_view card_number) {
  Statement& card = state.prepare("SELECT person FROM card WHERE card_number = ? AND replaced = 0");
  card.bind(card_number);
  if (!card.step()) return std::nullopt;
  const auto holder = card.id<core::PersonId>(0);
  card.reset();
  const PersonFacts facts = find_person(state, holder);
  if (!facts.known || facts.erased) return std::nullopt;
  KioskPersonRow found{facts.person, ""};
  Statement& name = state.prepare("SELECT name FROM person_private WHERE person = ?");
  name.bind(facts.person);
  if (name.step()) {
    found.name = text_at(name, 0);
    name.reset();
  }
  return found;
}

std::vector<KioskPersonRow> kiosk_people_by_phone_tail(Database& state, std::string_view tail) {
  Statement& row = state.prepare(
      "SELECT p.person, p.name FROM search_private s JOIN person_private p ON p.row = s.row"
      " WHERE s.part = ?1 AND p.listed = 1 AND substr(p.phone, -4) = ?1 ORDER BY p.row");
  row.bind(tail);
  return read_people(row);
}

std::vector<KioskPersonRow> kiosk_people_by_name(Database& state, std::string_view name) {
  Statement& row = state.prepare(
      "SELECT person, name FROM person_private WHERE name = ? AND listed = 1 ORDER BY row");
  row.bind(name);
  return read_people(row);
}

std::vector<KioskOpenAttendance> kiosk_open_attendances(Database& state,
                                                        const core::PersonId& person) {
  Statement& row = state.prepare(
      "SELECT attendance, in_day, in_minute, session FROM attendance WHERE person = ?"
      " AND state = 'open' AND duplicate_of IS NULL"
      " ORDER BY in_day DESC, in_minute DESC, attendance DESC LIMIT ?");
  row.bind(person, open_attendances_max);
  std::vector<KioskOpenAttendance> open;
  while (row.step()) {
    open.push_back({row.id<core::AttendanceId>(0), day_at(row, 1), number_at(row, 2),
                    optional_id_at<core::SessionId>(row, 3)});
  }
  return open;
}

std::optional<KioskMissingCourse> kiosk_missing_course(Database& state,
                                                       const core::PersonId& person,
                                                       const core::SessionId& session,
                                                       core::Day today, int32_t minute) {
  if (!find_person(state, person).volunteer) return std::nullopt;
  Statement& kind = state.prepare(
      "SELECT k.course, COALESCE(c.name, '') FROM session s"
      " JOIN activity a ON a.activity = s.activity"
      " JOIN service_kind k ON k.service_kind = a.service_kind"
      " LEFT JOIN course c ON c.course = k.course WHERE s.session = ?");
  kind.bind(session);
  if (!kind.step()) return std::nullopt;
  const auto course = optional_id_at<core::CourseId>(kind, 0);
  KioskMissingCourse missing{text_at(kind, 1), std::nullopt};
  kind.reset();
  const core::Policy* policy = policy_of(state, today);
  if (!course && !(policy != nullptr && policy->training_required)) return std::nullopt;

  Statement& done = state.prepare(
      "SELECT EXISTS(SELECT 1 FROM training WHERE person = ?1 AND (?2 IS NULL OR course = ?2))");
  done.bind(person, course);
  CHECK(done.step());
  const bool trained = done.integer(0) != 0;
  done.reset();
  if (trained) return std::nullopt;

  Statement& next = state.prepare(
      "SELECT s.session FROM session s JOIN activity a ON a.activity = s.activity"
      " WHERE s.session_day >= ?1 AND s.state <> 'cancelled' AND a.state <> 'cancelled'"
      " AND a.course IS NOT NULL AND (?2 IS NULL OR a.course = ?2)"
      " AND (s.session_day > ?1 OR s.from_minute + s.minutes > ?3)"
      " ORDER BY s.session_day, s.from_minute, s.session LIMIT 1");
  next.bind(today.number, course, minute);
  if (next.step()) {
    missing.next_session = next.id<core::SessionId>(0);
    next.reset();
  }
  return missing;
}

}  // namespace linli::store
