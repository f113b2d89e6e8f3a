// Reads the needs board: pages in order of time, a calendar's days, one need with who has
// it, who would suit it, and what was refused. It never says who may have a place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/field_types.h"
#include "core/matching.h"
#include "core/refusal.h"
#include "store/database.h"

namespace linli::store {

enum class NeedState : uint8_t { open, cancelled, referred };

struct NeedRow {
  core::NeedId need;
  core::PersonId recipient;
  std::string recipient_name;  // empty when not known here
  core::ServiceKindId service_kind;
  std::string service_kind_name;
  std::optional<core::SiteId> site;
  std::string site_name;
  std::string neighbourhood;
  core::Day service_day;
  int32_t from_minute = 0;
  int32_t minutes = 0;
  int32_t head_count = 1;
  int32_t taken = 0;
  NeedState state = NeedState::open;
  bool wish = false;
  bool paid_by_recipient = false;
  int32_t reported = 0;  // service records of it that were not rejected

  bool full() const { return taken >= head_count; }
  bool served() const { return reported > 0; }
};

// What the board shows. Served needs are closed and stand only under `all`.
enum class NeedView : uint8_t {
  open,     // today or later, with free places
  today,    // every need of today
  overdue,  // its day has passed and nothing was reported
  wishes,   // open wishes
  all,
};

struct NeedCursor {
  int64_t starts_at = 0;
  core::NeedId need;
};

struct NeedPage {
  std::vector<NeedRow> rows;
  std::optional<NeedCursor> next;
};

// Earliest first; `all` newest first.
NeedPage list_needs(Database& state, NeedView view, core::Day today,
                    const std::optional<NeedCursor>& after, int limit);
// Of every state but cancelled, earliest first, for a calendar.
std::vector<NeedRow> needs_between(Database& state, core::Day first, core::Day last);
// Newest first.
std::vector<NeedRow> needs_of_recipient(Database& state, const core::PersonId& recipient,
                                        int limit);

enum class AssignmentState : uint8_t { held, released, cancelled };

struct AssignmentRow {
  core::NeedId need;
  core::PersonId volunteer;
  std::string volunteer_name;
  std::string volunteer_phone;
  core::AssignmentSource source = core::AssignmentSource::claim;
  AssignmentState state = AssignmentState::held;
  core::Day assigned_day;
  std::optional<core::ReleaseReason> release_reason;
  bool reported = false;  // a record of this volunteer for this need exists
};

struct NeedDetail {
  NeedRow row;
  std::string recipient_phone;
  std::string address;
  std::string note;
  core::IntakeChannel channel = core::IntakeChannel::phone;
  core::Day published_day;
  std::string published_by_name;
  std::optional<core::NeedCancelReason> cancel_reason;
  std::string agency_name;
  std::optional<int32_t> stars;
  std::string course_name;  // that the service kind asks for, empty without
  std::vector<AssignmentRow> assignments;
};

std::optional<NeedDetail> need_detail(Database& state, const core::NeedId& need);

struct VolunteerNeed {
  NeedRow row;
  AssignmentState state = AssignmentState::held;
};
// What a volunteer took on, newest first.
std::vector<VolunteerNeed> needs_of_volunteer(Database& state, const core::PersonId& volunteer,
                                              int limit);

struct Candidate {
  core::PersonId volunteer;
  std::string name;
  std::string phone;
  std::string site_name;
  core::VolunteerFit fit;
  int32_t score = 0;
};

// Volunteers who could take a place: not clashing in time, with the course that is asked
// for, not the recipient. Best first, and of equals who has served less.
std::vector<Candidate> candidates_for(Database& state, const core::NeedId& need, core::Day today,
                                      int limit);

// A request about needs that was not granted, so that whoever asked can read why.
struct RefusedRequest {
  core::OperationId operation;
  std::string op_kind;  // wire name: need.claim@1
  core::Refusal refusal = core::Refusal::none;
  int64_t figure = 0;
  core::Day day;
  core::NeedId need;
  core::PersonId volunteer;
  std::string volunteer_name;
  std::string service_kind_name;
  bool seen = false;
};

// Newest first.
std::vector<RefusedRequest> refused_for_need(Database& state, const core::NeedId& need, int limit);
std::vector<RefusedRequest> refused_for_volunteer(Database& state, const core::PersonId& volunteer,
                                                  int limit);

}  // namespace linli::store
