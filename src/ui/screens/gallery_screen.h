// Every widget in every state, for the eye, for screenshots and for a browser test. It
// reads and writes no data but this device's own look.
#pragma once

#include <optional>
#include <string>

#include "base/day.h"
#include "ui/screen.h"
#include "ui/widgets/table.h"

namespace linli::ui {

class GalleryScreen : public Screen {
 public:
  void draw(Ui& ui) override;

 private:
  void draw_look(Ui& ui);
  void draw_buttons(Ui& ui);
  void draw_fields(Ui& ui);
  void draw_choices(Ui& ui);
  void draw_states(Ui& ui);
  void draw_lists(Ui& ui);
  void draw_charts(Ui& ui);
  void draw_table(Ui& ui);
  void draw_dialogs(Ui& ui);

  int part_ = 0;
  int pressed_ = 0;
  int choice_ = 0;
  int radio_ = 1;
  int picked_ = -1;
  int step_ = 1;
  int64_t minutes_ = 90;
  bool checked_ = true;
  bool unchecked_ = false;
  bool switched_ = true;
  bool chips_[3] = {true, false, false};
  bool asking_ = false;
  bool showing_ = false;
  std::string name_;
  std::string phone_ = "138";
  std::string pin_;
  std::string typed_pin_ = "12";
  std::string story_;
  std::string search_;
  std::optional<base::Day> day_;
  std::optional<int32_t> minute_ = 9 * 60 + 30;
  TableSort sort_;
};

}  // namespace linli::ui
