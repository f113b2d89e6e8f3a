// Forgotten sign-outs and doubtful times of earlier days, one by one, to be put right.
#pragma once

#include <cstdint>
#include <vector>

#include "store/query_attendance.h"
#include "ui/screens/attendance_fix.h"

namespace linli::ui {

class ForgottenPage {
 public:
  void draw(Ui& ui);

 private:
  uint64_t revision_ = 0;
  std::vector<store::AttendanceRow> rows_;
  AttendanceFix fix_;
};

}  // namespace linli::ui
