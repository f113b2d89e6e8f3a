// Service records and their review. Recorded is not credited: coins follow only from
// record.approve, by the policy in force on the day of service.
#pragma once

#include "core/field_types.h"

namespace linli::core {

struct RecordPrivate {
  std::optional<Note> content;
  template <class V>
  void fields(V& v) {
    v("content", content);
  }
};

struct ServiceReported {
  static constexpr std::string_view kind = "service.reported@1";
  using Private = RecordPrivate;
  RecordId record;
  PersonId volunteer;
  RecordSource source = RecordSource::report;
  std::optional<AttendanceId> attendance;
  std::optional<NeedId> need;
  std::optional<PersonId> recipient;
  ServiceKindId service_kind;
  std::optional<TeamId> team;
  Day service_day;
  int32_t from_minute = 0;
  int32_t minutes = 0;  // actual service without travel
  std::optional<int32_t> people_served;
  std::optional<Private> details;
  template <class V>
  void fields(V& v) {
    v("record", record), v("volunteer", volunteer), v("source", source),
        v("attendance", attendance), v("need", need), v("recipient", recipient),
        v("service_kind", service_kind), v("team", team), v("service_day", service_day),
        v("from_minute", from_minute), v("minutes", minutes), v("people_served", people_served);
  }
};

struct RecordApprove {
  static constexpr std::string_view kind = "record.approve@1";
  RecordId record;
  int32_t minutes = 0;  // recognised
  template <class V>
  void fields(V& v) {
    v("record", record), v("minutes", minutes);
  }
};

struct RecordReject {
  static constexpr std::string_view kind = "record.reject@1";
  using Private = RecordPrivate;
  RecordId record;
  RejectReason reason = RejectReason::other;
  std::optional<Private> details;
  template <class V>
  void fields(V& v) {
    v("record", record), v("reason", reason);
  }
};

struct RecordAppeal {
  static constexpr std::string_view kind = "record.appeal@1";
  using Private = RecordPrivate;
  RecordId record;
  std::optional<Private> details;
  template <class V>
  void fields(V& v) {
    v("record", record);
  }
};

// Takes an approval back: reversal transfers are added, the record returns to review.
struct RecordReverse {
  static constexpr std::string_view kind = "record.reverse@1";
  RecordId record;
  template <class V>
  void fields(V& v) {
    v("record", record);
  }
};

}  // namespace linli::core
