// The dialog that puts one attendance right: when the person came and left. The first
// entry stays in the log; the correction is a fact of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/query_attendance.h"

namespace linli::ui {

struct Ui;

class AttendanceFix {
 public:
  void open(Ui& ui, const store::AttendanceRow& row);
  void close() { open_ = false; }
  // True when a correction was recorded.
  bool draw(Ui& ui);

 private:
  bool save(Ui& ui);

  bool open_ = false;
  store::AttendanceRow row_;
  std::optional<int32_t> in_;
  std::optional<int32_t> out_;
  bool next_day_ = false;
  std::string problem_;
};

}  // namespace linli::ui
