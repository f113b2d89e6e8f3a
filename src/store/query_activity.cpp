#include "store/query_activity.h"

#include "store/column.h"

namespace linli::store {
namespace {

// A session's count is that of its paper sheet, else of its sign-ins, else unknown.
#define LINLI_SESSION_HEADS                                                          \
  "COALESCE(s.head_count, NULLIF((SELECT COUNT(DISTINCT t.person) FROM attendance t" \
  " WHERE t.session = s.session AND t.duplicate_of IS NULL), 0))"

#define LINLI_HELD_SESSIONS                                                 \
  " FROM session s WHERE s.activity = a.activity AND s.state = 'scheduled'" \
  " AND s.session_day <= ?1"

// ?1 is today; the columns in the order of read_activity.
#define LINLI_ACTIVITY_COLUMNS                                                           \
  "SELECT a.activity, a.name, a.activity_kind, a.from_day, a.to_day, a.days_are_months," \
  " COALESCE(a.place, m.name, ''), a.state, a.serial,"                                   \
  " (SELECT COUNT(*) FROM session s WHERE s.activity = a.activity),"                     \
  " a.head_count, (SELECT COALESCE(SUM(" LINLI_SESSION_HEADS "), 0)" LINLI_HELD_SESSIONS \
  "),"                                                                                   \
  " (SELECT COUNT(*) - COUNT(" LINLI_SESSION_HEADS ")" LINLI_HELD_SESSIONS               \
  "),"                                                                                   \
  " a.from_day <= ?1, a.campaign, a.team, a.service_kind, COALESCE(a.description, '')"   \
  " FROM activity a LEFT JOIN room m ON m.room = a.room"

Heads heads_of(const Statement& row, int first_column, bool has_sessions, bool counts) {
  if (!row.is_null(first_column)) return {row.integer(first_column), 0};
  if (has_sessions) return {row.integer(first_column + 1), row.integer(first_column + 2)};
  return {0, counts ? 1 : 0};
}

ActivityRow read_activity(const Statement& row) {
  ActivityRow activity;
  activity.activity = row.id<core::ActivityId>(0);
  activity.name = text_at(row, 1);
  activity.activity_kind = enum_at<core::ActivityKind>(row, 2);
  activity.from_day = day_at(row, 3);
  activity.to_day = day_at(row, 4);
  activity.days_are_months = row.integer(5) != 0;
  activity.place = text_at(row, 6);
  activity.state = row.text(7) == "cancelled" ? ActivityState::cancelled : ActivityState::planned;
  activity.serial = optional_number_at(row, 8);
  activity.session_count = number_at(row, 9);
  const bool counts = row.integer(13) != 0 && activity.state == ActivityState::planned;
  activity.heads = heads_of(row, 10, activity.session_count > 0, counts);
  activity.campaign = optional_id_at<core::CampaignId>(row, 14);
  activity.team = optional_id_at<core::TeamId>(row, 15);
  activity.service_kind = optional_id_at<core::ServiceKindId>(row, 16);
  activity.description = text_at(row, 17);
  return activity;
}

#define LINLI_SESSION_COLUMNS                                                                    \
  "SELECT s.session, s.activity, COALESCE(a.name, ''), s.session_day, s.from_minute, s.minutes," \
  " COALESCE(m.name, ''), COALESCE(st.name, ''), COALESCE(s.site, m.site), s.capacity,"          \
  " s.head_count, (SELECT COUNT(DISTINCT t.person) FROM attendance t"                            \
  " WHERE t.session = s.session AND t.duplicate_of IS NULL),"                                    \
  " (SELECT COUNT(DISTINCT t.person) FROM attendance t WHERE t.session = s.session"              \
  " AND t.duplicate_of IS NULL AND t.state = 'open'), s.state = 'cancelled' FROM session s"      \
  " LEFT JOIN activity a ON a.activity = s.activity LEFT JOIN room m ON m.room = s.room"         \
  " LEFT JOIN site st ON st.site = COALESCE(s.site, m.site)"

SessionRow read_session(const Statement& row) {
  SessionRow session;
  session.session = row.id<core::SessionId>(0);
  session.activity = row.id<core::ActivityId>(1);
  session.activity_name = text_at(row, 2);
  session.session_day = day_at(row, 3);
  session.from_minute = number_at(row, 4);
  session.minutes = number_at(row, 5);
  session.room_name = text_at(row, 6);
  session.site_name = text_at(row, 7);
  session.site = optional_id_at<core::SiteId>(row, 8);
  session.capacity = optional_number_at(row, 9);
  session.head_count = optional_number_at(row, 10);
  session.signed_in = number_at(row, 11);
  session.still_in = number_at(row, 12);
  session.cancelled = row.integer(13) != 0;
  return session;
}

std::vector<SessionRow> read_sessions(Statement& row) {
  std::vector<SessionRow> rows;
  while (row.step()) rows.push_back(read_session(row));
  return rows;
}

}  // namespace

std::vector<ActivityRow> list_activities(Database& state, core::Day today,
                                         const std::optional<ActivityCursor>& before, int limit) {
  Statement& row =
      state.prepare(LINLI_ACTIVITY_COLUMNS
                    " WHERE a.state <> 'undone' AND (a.from_day, a.activity) < (?2, ?3)"
                    " ORDER BY a.from_day DESC, a.activity DESC LIMIT ?4");
  row.bind(today.number, before ? before->from_day.number : INT32_MAX,
           before ? before->activity.view() : std::string_view("~"), limit);
  std::vector<ActivityRow> rows;
  while (row.step()) rows.push_back(read_activity(row));
  return rows;
}

std::optional<ActivityRow> find_activity(Database& state, const core::ActivityId& activity,
                                         core::Day today) {
  Statement& row = state.prepare(LINLI_ACTIVITY_COLUMNS " WHERE a.activity = ?2");
  row.bind(today.number, activity);
  if (!row.step()) return std::nullopt;
  ActivityRow found = read_activity(row);
  row.reset();
  return found;
}

ActivityTotals activity_totals(Database& state, core::Day first, core::Day last, core::Day today) {
  Statement& row = state.prepare(LINLI_ACTIVITY_COLUMNS
                                 " WHERE a.state = 'planned' AND a.from_day BETWEEN ?2 AND ?3"
                                 " ORDER BY a.from_day, a.activity");
  row.bind(today.number, first.number, last.number);
  ActivityTotals totals;
  while (row.step()) {
    const ActivityRow activity = read_activity(row);
    ++totals.activities;
    totals.heads.known += activity.heads.known;
    totals.heads.unknown += activity.heads.unknown;
  }
  return totals;
}

std::vector<SessionRow> sessions_of_day(Database& state, core::Day day) {
  Statement& row = state.prepare(LINLI_SESSION_COLUMNS
                                 " WHERE s.session_day = ? ORDER BY s.from_minute, s.session");
  row.bind(day.number);
  return read_sessions(row);
}

std::vector<SessionRow> sessions_of_activity(Database& state, const core::ActivityId& activity) {
  Statement& row =
      state.prepare(LINLI_SESSION_COLUMNS
                    " WHERE s.activity = ? ORDER BY s.session_day, s.from_minute, s.session");
  row.bind(activity);
  return read_sessions(row);
}

std::optional<SessionRow> find_session(Database& state, const core::SessionId& session) {
  Statement& row = state.prepare(LINLI_SESSION_COLUMNS " WHERE s.session = ?");
  row.bind(session);
  if (!row.step()) return std::nullopt;
  SessionRow found = read_session(row);
  row.reset();
  return found;
}

std::optional<core::ActivityId> same_activity(Database& state, std::string_view name,
                                              core::Day from_day, std::string_view place) {
  Statement& row = state.prepare(
      "SELECT activity FROM activity WHERE from_day = ? AND name = ? AND COALESCE(place, '') = ?"
      " AND state <> 'undone' ORDER BY activity LIMIT 1");
  row.bind(from_day.number, name, place);
  if (!row.step()) return std::nullopt;
  const auto activity = row.id<core::ActivityId>(0);
  row.reset();
  return activity;
}

}  // namespace linli::store
