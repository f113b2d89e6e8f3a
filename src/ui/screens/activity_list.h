// All activities, newest first, with ranges shown as ranges and head-counts that are not
// known shown as not known. Totals say how many they leave out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/query_activity.h"

namespace linli::ui {

struct Ui;

// 12月1日 周三, or 2021年9月 – 2022年4月 for ranges and months.
std::string days_text(const Ui& ui, const store::ActivityRow& row);
// 20 人, or the word for not known.
std::string heads_text(const Ui& ui, const store::Heads& heads);

class ActivityList {
 public:
  void draw(Ui& ui);

 private:
  void read(Ui& ui);

  uint64_t revision_ = 0;
  int wanted_ = 40;
  bool more_ = false;
  int64_t forgotten_ = 0;
  store::ActivityTotals totals_;
  std::vector<store::ActivityRow> rows_;
};

}  // namespace linli::ui
