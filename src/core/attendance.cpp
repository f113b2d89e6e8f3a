#include "core/attendance.h"

#include <string>

namespace linli::core {

Stay stay_of(Span span, int32_t minutes_max) {
  const int64_t minutes = span.to - span.from;
  if (minutes < 0) return {0, Flag::signed_out_before_in, 0};
  if (minutes > minutes_max) return {0, Flag::overlong_attendance, minutes};
  return {static_cast<int32_t>(minutes), Flag::none, 0};
}

RecordId record_id_of(const AttendanceId& attendance) {
  const std::string_view text = attendance.view();
  const size_t ulid_begin = text.find('_') + 1;
  return RecordId("re_" + std::string(text.substr(ulid_begin)));
}

}  // namespace linli::core
