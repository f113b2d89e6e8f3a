// The board: which needs wait for somebody, as a list in order of time or by
// neighbourhood, and as a calendar. It reads one page at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_need.h"
#include "ui/screens/needs_calendar.h"

namespace linli::ui {

struct Ui;

class NeedsBoard {
 public:
  void opened(Ui& ui);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_title(Ui& ui);
  void draw_groups(Ui& ui);
  void draw_nothing(Ui& ui);
  std::string group_of(Ui& ui, const store::NeedRow& row) const;

  int form_ = 0;  // list, calendar
  int view_ = 0;  // index in store::NeedView
  bool by_neighbourhood_ = false;
  bool stale_ = true;
  uint64_t revision_ = 0;
  std::vector<store::NeedRow> rows_;
  std::optional<store::NeedCursor> next_;
  NeedsCalendar calendar_;
};

}  // namespace linli::ui
