#include "store/fold_activity.h"

#include <optional>
#include <string>

#include "base/limits.h"
#include "core/attendance.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;

std::optional<std::string> text_of(const std::optional<core::Title>& title) {
  return title ? std::optional<std::string>(title->text) : std::nullopt;
}

bool activity_exists(Database& state, const core::ActivityId& activity) {
  Statement& row = state.prepare("SELECT 1 FROM activity WHERE activity = ?");
  row.bind(activity);
  const bool found = row.step();
  row.reset();
  return found;
}

bool valid_head_count(const std::optional<int32_t>& count) {
  return !count || (*count >= 0 && *count <= base::head_count_max);
}

}  // namespace

Outcome fold_body(Database& state, const FoldInput&, const core::ActivityPlanned& body) {
  if (body.to_day < body.from_day) return Outcome::flagged(Flag::unfoldable);
  state
      .prepare(
          "INSERT OR IGNORE INTO activity(activity, name, activity_kind, from_day, to_day,"
          " days_are_months, place, room, team, campaign, service_kind, course, description,"
          " serial, import_id, state)"
          " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')")
      .bind(body.activity, body.name.text, core::name(body.activity_kind), body.from_day.number,
            body.to_day.number, body.days_are_months.value_or(false), text_of(body.place),
            body.room, body.team, body.campaign, body.service_kind, body.course,
            text_of(body.description), body.serial, body.import_id)
      .execute();
  return state.changes() == 1 ? Outcome::applied() : Outcome::flagged(Flag::already_exists);
}

Outcome fold_body(Database& state, const FoldInput&, const core::ActivityCancelled& body) {
  state.prepare("UPDATE activity SET state = 'cancelled' WHERE activity = ?")
      .bind(body.activity)
      .execute();
  if (state.changes() == 0) return Outcome::flagged(Flag::unknown_reference);
  state.prepare("UPDATE session SET state = 'cancelled' WHERE activity = ?")
      .bind(body.activity)
      .execute();
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput&, const core::SessionScheduled& body) {
  if (!core::valid_minute(body.from_minute) || body.minutes <= 0 ||
      body.minutes > base::service_minutes_max || !valid_head_count(body.capacity)) {
    return Outcome::flagged(Flag::unfoldable);
  }
  state
      .prepare(
          "INSERT OR IGNORE INTO session(session, activity, session_day, from_minute, minutes,"
          " room, site, capacity, state) VALUES(?, ?, ?, ?, ?, ?, ?, ?, 'scheduled')")
      .bind(body.session, body.activity, body.session_day.number, body.from_minute, body.minutes,
            body.room, body.site, body.capacity)
      .execute();
  if (state.changes() == 0) return Outcome::flagged(Flag::already_exists);
  return activity_exists(state, body.activity) ? Outcome::applied()
                                               : Outcome::flagged(Flag::unknown_reference);
}

Outcome fold_body(Database& state, const FoldInput&, const core::SessionCancelled& body) {
  state.prepare("UPDATE session SET state = 'cancelled' WHERE session = ?")
      .bind(body.session)
      .execute();
  return state.changes() == 1 ? Outcome::applied() : Outcome::flagged(Flag::unknown_session);
}

Outcome fold_body(Database& state, const FoldInput&, const core::HeadsCounted& body) {
  if (!valid_head_count(body.head_count)) return Outcome::flagged(Flag::unfoldable);
  if (body.session) {
    state.prepare("UPDATE session SET head_count = ?, heads_import = ? WHERE session = ?")
        .bind(body.head_count, body.import_id, *body.session)
        .execute();
    return state.changes() == 1 ? Outcome::applied() : Outcome::flagged(Flag::unknown_session);
  }
  state.prepare("UPDATE activity SET head_count = ?, heads_import = ? WHERE activity = ?")
      .bind(body.head_count, body.import_id, body.activity)
      .execute();
  return state.changes() == 1 ? Outcome::applied() : Outcome::flagged(Flag::unknown_reference);
}

void undo_import_of_activities(Database& state, const core::ImportId& import_id) {
  state
      .prepare(
          "UPDATE activity SET state = 'undone' WHERE import_id = ? AND NOT EXISTS("
          "SELECT 1 FROM session WHERE session.activity = activity.activity)")
      .bind(import_id)
      .execute();
  for (const char* sql :
       {"UPDATE activity SET head_count = NULL, heads_import = NULL WHERE heads_import = ?",
        "UPDATE session SET head_count = NULL, heads_import = NULL WHERE heads_import = ?"}) {
    state.prepare(sql).bind(import_id).execute();
  }
}

}  // namespace linli::store
