// Reads activities and their sessions. A head-count that nobody knows stays unknown: sums
// come with the number of unknown counts they leave out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

// The sum of known head-counts, and how many counts are not known.
struct Heads {
  int64_t known = 0;
  int64_t unknown = 0;
};

enum class ActivityState : uint8_t { planned, cancelled };

struct ActivityRow {
  core::ActivityId activity;
  std::string name;
  core::ActivityKind activity_kind = core::ActivityKind::service;
  core::Day from_day;
  core::Day to_day;
  bool days_are_months = false;
  std::string place;  // as written, else the room's name
  ActivityState state = ActivityState::planned;
  std::optional<int32_t> serial;
  int32_t session_count = 0;
  Heads heads;  // of what has taken place by today
  std::optional<core::CampaignId> campaign;
  std::optional<core::TeamId> team;
  std::optional<core::ServiceKindId> service_kind;
  std::string description;
};

struct ActivityCursor {
  core::Day from_day;
  core::ActivityId activity;
};

// Newest first.
std::vector<ActivityRow> list_activities(Database& state, core::Day today,
                                         const std::optional<ActivityCursor>& before, int limit);
std::optional<ActivityRow> find_activity(Database& state, const core::ActivityId& activity,
                                         core::Day today);

// Activities that began between two days, both included.
struct ActivityTotals {
  int64_t activities = 0;
  Heads heads;
};
ActivityTotals activity_totals(Database& state, core::Day first, core::Day last, core::Day today);

struct SessionRow {
  core::SessionId session;
  core::ActivityId activity;
  std::string activity_name;
  core::Day session_day;
  int32_t from_minute = 0;
  int32_t minutes = 0;
  std::string room_name;
  std::string site_name;
  std::optional<core::SiteId> site;
  std::optional<int32_t> capacity;
  std::optional<int32_t> head_count;  // from a paper sheet
  int32_t signed_in = 0;              // people, not sign-ins
  int32_t still_in = 0;
  bool cancelled = false;
};

// In order of time.
std::vector<SessionRow> sessions_of_day(Database& state, core::Day day);
std::vector<SessionRow> sessions_of_activity(Database& state, const core::ActivityId& activity);
std::optional<SessionRow> find_session(Database& state, const core::SessionId& session);

// An activity with the same name, first day and place that is not undone: what an import
// must not bring twice.
std::optional<core::ActivityId> same_activity(Database& state, std::string_view name,
                                              core::Day from_day, std::string_view place);

}  // namespace linli::store
