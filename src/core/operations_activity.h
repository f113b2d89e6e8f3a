// Activities, their sessions, and who was there. Attendance is a fact: it is kept
// whatever else is wrong. A head-count that is not known is absent, never 0.
#pragma once

#include "core/field_types.h"

namespace linli::core {

struct ActivityPlanned {
  static constexpr std::string_view kind = "activity.planned@1";
  ActivityId activity;
  Title name;
  ActivityKind activity_kind = ActivityKind::service;
  Day from_day;
  Day to_day;                           // A04: long-running activities keep their range
  std::optional<bool> days_are_months;  // true when the source names months only
  std::optional<Title> place;
  std::optional<RoomId> room;
  std::optional<TeamId> team;
  std::optional<CampaignId> campaign;
  std::optional<ServiceKindId> service_kind;
  std::optional<CourseId> course;
  std::optional<Title> description;
  std::optional<int32_t> serial;  // A03: row number in the source table
  std::optional<ImportId> import_id;
  template <class V>
  void fields(V& v) {
    v("activity", activity), v("name", name), v("activity_kind", activity_kind),
        v("from_day", from_day), v("to_day", to_day), v("days_are_months", days_are_months),
        v("place", place), v("room", room), v("team", team), v("campaign", campaign),
        v("service_kind", service_kind), v("course", course), v("description", description),
        v("serial", serial), v("import", import_id);
  }
};

struct ActivityCancelled {
  static constexpr std::string_view kind = "activity.cancelled@1";
  ActivityId activity;
  template <class V>
  void fields(V& v) {
    v("activity", activity);
  }
};

struct SessionScheduled {
  static constexpr std::string_view kind = "session.scheduled@1";
  SessionId session;
  ActivityId activity;
  Day session_day;
  int32_t from_minute = 0;
  int32_t minutes = 60;  // planned duration; may pass midnight
  std::optional<RoomId> room;
  std::optional<SiteId> site;
  std::optional<int32_t> capacity;
  template <class V>
  void fields(V& v) {
    v("session", session), v("activity", activity), v("session_day", session_day),
        v("from_minute", from_minute), v("minutes", minutes), v("room", room), v("site", site),
        v("capacity", capacity);
  }
};

struct SessionCancelled {
  static constexpr std::string_view kind = "session.cancelled@1";
  SessionId session;
  template <class V>
  void fields(V& v) {
    v("session", session);
  }
};

// Paper sheets: how many were there, when nobody was signed in one by one.
struct HeadsCounted {
  static constexpr std::string_view kind = "heads.counted@1";
  ActivityId activity;
  std::optional<SessionId> session;
  std::optional<int32_t> head_count;  // absent = unknown
  std::optional<ImportId> import_id;
  template <class V>
  void fields(V& v) {
    v("activity", activity), v("session", session), v("head_count", head_count),
        v("import", import_id);
  }
};

struct AttendanceSignedIn {
  static constexpr std::string_view kind = "attendance.signed_in@1";
  AttendanceId attendance;
  PersonId person;
  std::optional<SessionId> session;  // absent: a walk-up at the site, sorted later
  std::optional<SiteId> site;
  Day in_day;
  int32_t in_minute = 0;
  SignMethod method = SignMethod::card;
  std::optional<PersonId> helper;
  template <class V>
  void fields(V& v) {
    v("attendance", attendance), v("person", person), v("session", session), v("site", site),
        v("in_day", in_day), v("in_minute", in_minute), v("method", method), v("helper", helper);
  }
};

struct AttendanceSignedOut {
  static constexpr std::string_view kind = "attendance.signed_out@1";
  AttendanceId attendance;
  Day out_day;
  int32_t out_minute = 0;
  SignMethod method = SignMethod::card;
  std::optional<PersonId> helper;
  template <class V>
  void fields(V& v) {
    v("attendance", attendance), v("out_day", out_day), v("out_minute", out_minute),
        v("method", method), v("helper", helper);
  }
};

// A forgotten sign-out or a wrong time, put right by a coordinator; the first entry stays.
struct AttendanceCorrected {
  static constexpr std::string_view kind = "attendance.corrected@1";
  AttendanceId attendance;
  std::optional<SessionId> session;
  Day in_day;
  int32_t in_minute = 0;
  Day out_day;
  int32_t out_minute = 0;
  template <class V>
  void fields(V& v) {
    v("attendance", attendance), v("session", session), v("in_day", in_day),
        v("in_minute", in_minute), v("out_day", out_day), v("out_minute", out_minute);
  }
};

struct EvidenceAttached {
  static constexpr std::string_view kind = "evidence.attached@1";
  EvidenceSubject subject = EvidenceSubject::record;
  Title subject_id;
  Hash blob;  // sha256 of the scaled picture
  int32_t bytes = 0;
  int32_t width = 0;
  int32_t height = 0;
  template <class V>
  void fields(V& v) {
    v("subject", subject), v("subject_id", subject_id), v("blob", blob), v("bytes", bytes),
        v("width", width), v("height", height);
  }
};

}  // namespace linli::core
