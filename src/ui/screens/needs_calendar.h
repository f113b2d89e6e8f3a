// Needs by day: a week side by side on wide windows, one day on phones, with the way to
// the days before and after.
#pragma once

#include <cstdint>
#include <vector>

#include "store/query_need.h"

namespace linli::ui {

struct Ui;

class NeedsCalendar {
 public:
  void opened(Ui& ui);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_way(Ui& ui);
  void draw_day(Ui& ui, core::Day day);
  void move(Ui& ui, int32_t days);

  int span_ = 0;  // week, day
  core::Day day_;
  uint64_t revision_ = 0;
  core::Day first_;
  core::Day last_;
  std::vector<store::NeedRow> rows_;
};

}  // namespace linli::ui
