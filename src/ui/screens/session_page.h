// The sign-in sheet of one session: who is in, who left, signing in and out by a helper,
// the paper count, and putting forgotten or wrong times right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_activity.h"
#include "store/query_attendance.h"
#include "store/query_record.h"
#include "ui/screens/attendance_fix.h"
#include "ui/screens/evidence_strip.h"
#include "ui/screens/person_picker.h"

namespace linli::ui {

class SessionPage {
 public:
  void opened(Ui& ui, const core::SessionId& session);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_sheet(Ui& ui);
  void draw_side(Ui& ui);
  void sign_in(Ui& ui);
  void sign_out(Ui& ui, const store::AttendanceRow& row);
  void count_heads(Ui& ui);
  void print(Ui& ui);

  core::SessionId id_;
  uint64_t revision_ = 0;
  std::optional<store::SessionRow> session_;
  std::vector<store::AttendanceRow> sheet_;
  std::vector<store::EvidenceRow> photos_;
  PersonPicker picker_;
  AttendanceFix fix_;
  EvidenceStrip evidence_;
  int64_t heads_ = 0;
  std::string problem_;
};

}  // namespace linli::ui
