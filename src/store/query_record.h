// Reads service records: the queue that waits for review, one record with everything a
// reviewer looks at, and what a volunteer has done.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/field_types.h"
#include "store/credit.h"
#include "store/database.h"

namespace linli::store {

enum class RecordState : uint8_t { waiting, approved, rejected };

struct RecordRow {
  core::RecordId record;
  core::PersonId volunteer;
  std::string volunteer_name;  // empty when not known here
  core::RecordSource source = core::RecordSource::report;
  core::ServiceKindId service_kind;
  std::string service_kind_name;
  core::Day service_day;
  int32_t from_minute = 0;
  int32_t minutes = 0;
  RecordState state = RecordState::waiting;
  bool overlaps = false;
  bool appealed = false;
  bool first_review_done = false;  // a back-entry that waits for its second reviewer
  int32_t evidence_count = 0;
  std::optional<int32_t> approved_minutes;
  std::optional<int32_t> credited_minutes;
};

struct RecordCursor {
  core::Day service_day;
  core::RecordId record;
};

// Oldest service first.
std::vector<RecordRow> review_queue(Database& state, const std::optional<RecordCursor>& after,
                                    int limit);
int64_t review_queue_count(Database& state);

// Newest service first.
std::vector<RecordRow> records_of_volunteer(Database& state, const core::PersonId& volunteer,
                                            const std::optional<RecordCursor>& before, int limit);

struct EvidenceRow {
  std::string blob;  // sha256 in hex
  core::EvidenceSubject subject = core::EvidenceSubject::record;
  int32_t width = 0;
  int32_t height = 0;
  core::Day day;
};

// Pictures attached to one record, activity, session or need, oldest first.
std::vector<EvidenceRow> evidence_of(Database& state, std::string_view subject_id);

struct RecordDetail {
  RecordRow row;
  std::optional<core::AttendanceId> attendance;
  std::optional<core::SessionId> session;
  std::string activity_name;
  std::optional<core::NeedId> need;
  std::optional<core::PersonId> recipient;
  std::string recipient_name;
  std::optional<int32_t> people_served;
  core::PersonId reporter;
  std::string reporter_name;
  core::Day reported_day;
  std::optional<core::PersonId> first_reviewer;
  std::optional<core::PersonId> reviewer;
  std::optional<core::Day> reviewed_day;
  std::optional<int32_t> over_cap_minutes;
  std::optional<int64_t> points;
  std::optional<core::RejectReason> reject_reason;
  std::string content;
  std::string rejection;
  std::string appeal;
  std::vector<EvidenceRow> evidence;   // of the record, its session, activity and need
  std::vector<RecordRow> overlapping;  // other records of the volunteer in that time
};

std::optional<RecordDetail> record_detail(Database& state, const core::RecordId& record);

// R07: what a volunteer served between two days, both included.
struct ServedMinutes {
  int64_t approved = 0;
  int64_t waiting = 0;
  int64_t records = 0;
};

ServedMinutes served_between(Database& state, const core::PersonId& volunteer, core::Day first,
                             core::Day last);

// What approving these minutes would credit now. Nothing when the record is not known or
// no policy was in force on its day.
std::optional<CreditPlan> preview_credit(Database& state, const core::RecordId& record,
                                         int32_t minutes);

struct WeekMinutes {
  core::Day monday;
  int64_t approved = 0;
  int64_t waiting = 0;
};

// One row for each of `weeks` weeks from the one of `first_monday`, empty weeks as well.
std::vector<WeekMinutes> served_by_week(Database& state, core::Day first_monday, int weeks);

}  // namespace linli::store
