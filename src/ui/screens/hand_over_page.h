// Handing over what was redeemed: the list of what waits, the pick-up code, and the fact.
// Without a code staff may hand over after checking who stands there; both are recorded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_shop.h"

namespace linli::ui {

struct Ui;

class HandOverPage {
 public:
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_dialog(Ui& ui);
  void hand_over(Ui& ui);
  void cancel(Ui& ui);

  uint64_t revision_ = 0;
  int32_t coin_minutes_ = 60;
  std::vector<store::RedemptionRow> rows_;
  std::optional<store::RedemptionRow> chosen_;
  bool open_ = false;
  bool asking_without_code_ = false;
  bool asking_cancel_ = false;
  std::string digits_;
  std::string problem_;
};

}  // namespace linli::ui
