// The sign-in station: large, calm, one question at a time. All rules are in app/kiosk.h;
// this draws its steps, speaks its results and hears the card reader. It never shows a
// list of people.
#pragma once

#include <memory>
#include <string>

#include "app/branch_kiosk.h"
#include "app/kiosk.h"
#include "ui/screen.h"

namespace linli::ui {

class KioskScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  app::KioskNow now(Ui& ui) const;
  void listen(Ui& ui);
  void announce(Ui& ui);
  void leave(Ui& ui);

  void draw_top(Ui& ui);
  void draw_start(Ui& ui);
  void draw_helper_bar(Ui& ui);
  void draw_camera(Ui& ui, float height);
  void draw_slow(Ui& ui);
  void draw_pad(Ui& ui, std::string_view question, bool hidden);
  void draw_surname(Ui& ui);
  void draw_name(Ui& ui, std::string_view question);
  void draw_confirm(Ui& ui);
  void draw_sessions(Ui& ui);
  void draw_training(Ui& ui);
  void draw_result(Ui& ui);
  void draw_bottom(Ui& ui);
  std::string result_words(Ui& ui) const;

  std::unique_ptr<app::BranchKiosk> world_;
  std::unique_ptr<app::KioskFlow> flow_;
  std::string name_;
  std::string result_words_;  // with the time at which it happened
  uint32_t scan_ = 0;
  bool camera_failed_ = false;
};

}  // namespace linli::ui
